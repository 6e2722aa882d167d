"""Words of a question -> what kind of answer they want: a number, all places, how many things, a word about the document itself."""

import re

from facts.indicators import aliases, folded, link

EVERYWHERE = re.compile(
    (
        r"[二两三四五六]地|各地|三市|四市|各县|几个地方|哪个(?:地方|城市|地区|区县|区|市|县)|哪地|哪里最|(?<![靠由为归])谁(?:最|更|的(?!责任|职责|任务))|所有地区|"
        r"全部地区|五份|四份|各份|各(?:个)?(?:规划|文件)|[四五]个[^，。？?]{0,5}(?:规划|文件)|"
        r"which (?:city|place|region|district)|all (?:four|five|three)"
    ),
    re.I,
)
NUMBER = re.compile(
    (
        r"多少|(?<!哪)几[个家项名人件亿万成%]|[进退升降掉]了?几位|多大|多高|多快|占比|比例|比重|数量|总数|规模|目标值|百分|增长|增幅|提高|提升到|达到|翻|倍|强度|总量|"
        r"(?<![指靠由为归])(?<!还有)谁(?!(?:家|们)?(?:也|都)?(?:提|写|说|讲)|的(?:文件|规划|方案|基础)|来?(?:负责|牵头|管|主管|落实|抓|承担|办|出钱|家)|能|可以|去|说了算)|最[高低多少大小快]|更[高低多少大小快]|[高低多少大小]还是|差多|相差|差距|排名|排序|排(?:全[省国市]|在)?第|合计|总和|加起来|"
        r"目标(?:$|[?？是有定值])|产值|面积|投资额|总投资|"
        r"\d[^，。？?]{0,6}还是[^，。？?]{0,6}\d|"
        r"how (?:many|much|high|large)|what\b[^?]{0,40}\b(?:ratio|rate|intensity)\b|"
        r"what (?:is|was) the (?:target|number|share|ratio)|target|percent|(?<!\d)%"
    ),
    re.I,
)
BARE_FIGURE = re.compile(r"(?:率|总量|总额|密度)(?:目标)?(?:是|呢)?[？?]?$")  # 科技进步贡献率, by nothing but its name
ASKS_OTHER = re.compile(r"怎么|怎样|如何|什么|啥|哪|谁|为何|吗|[，,。；;]|提高|提升|降低|办法|措施")
ABOUT_DOCUMENT = re.compile(
    (
        r"(?:规划|文件|方案|计划|纲要)[^。？?]{0,30}(?:还|仍)?在(?:执行|有效|实施|规划)期|这[三四五]年(?:是|指|从|算)?[^，。？?]{0,4}哪年|"
        r"(?:规划|文件|方案|计划|通知|政策|办法|意见).{0,16}(?:期限|有效期|过期|还算数|还管用|还作数|还?能用(?![上得到在的])|管用)|"
        r"(?:规划|文件|方案|计划|意见|政策|通知|办法|指南|这份|那份|稿|(?<!\d)\d{3}(?!\d))(?:(?!评估|考核).){0,12}(?:哪年|哪几年|哪一年|期限|正式|定稿|印发|发布|出台|效力|起止|年限|到期|过期|失效|"
        r"有效|生效|管到|管哪|谁发|哪个部门发|草案|征求意见|覆盖|作废|废止|(?:什么时候|何时|啥时候|几时)(?!.{0,6}(?:评估|考核|检查|总结|建|完成|启动|实现))|"
        r"哪[个份一]{1,2}(?:是)?[更最]?(?:晚|早|新|先出|先发|后出|后发)|(?:还|仍)在[^，。？?]{0,4}(?:执行|有效|实施|规划)期|(?:规划|方案|文件)[^，。？?]{0,6}几月(?:份)?|[更最]新的?(?:是|$|[？?]))|"
        r"(?:这|那|该)(?:个|份|篇|版)?(?:稿子?|文件|方案|规划|文本|版本)(?:现在|已经|还)?(?:算是)?(?:定了|定下来了?|通过了|批了|批下来了?|算数|作数|最终的?)(?:没有?|吗|么)?(?:$|[，。？?])|"
        r"planning period|how long (?:is|does|will) (?:the|this) (?:plan|scheme|document)|"
        r"(?:is|still|only|just) (?:it )?a draft|draft or|or (?:a |only )?draft|in force|expire"
    ),
    re.I,
)
GOES_ON_ABOUT = re.compile(
    r"(?:那么?|现在|目前|如今|眼下|今年|(?:到|拿到)?(?:19|20)\d\d年?|到现在|它|这?份?(?:规划|文件|方案|计划)|还|仍|是否|是不是|已经?|再|又|能不能|可不可以|"
    r"有没有|有效期?|期限|在|内|里|生效|算数|作数|管用|能|用|执行|实施|过期?|到期|失效|作废|废止|正式|定稿|草案|算不算|算|的|了|没有?|吗|呢|么|不|有|是|[？?。，,\s])+"
)
HOW = re.compile(r"怎么|如何|怎样|哪些|什么|为何|为什么|措施|办法")
ONES = ("", *"一二三四五六七八九")
SPOKEN = {str(number): ("十" if number > 9 else "") + ONES[number % 10] for number in range(2, 20)}
WRITTEN = {spoken: digit for digit, spoken in SPOKEN.items()}
COUNTED = re.compile(
    r"(?<![\d第十百千])([二三四五六七八九2-9]|十[一二三四五六七八九]?|1\d)(?:大|个|项|类|条|种|张|片|样|块|方面|摊)(?!月|百|千|地|市|县)"
)
IN_ENGLISH = "two three four five six seven eight nine ten eleven twelve".split()
COUNTED_IN_ENGLISH = re.compile(rf"\b({'|'.join(IN_ENGLISH)})\b(?=[- ](?!year|month|day|percent|times)[a-z])", re.I)
WITHIN = re.compile(r"(?:规划|方案|文件|意见|稿)(?:里|中|提出|要求|说|写)")
FIGURE_FIRST = re.compile(
    r"(?:19|20)\d{2}年?[^，。？?]{0,24}(?:多少|几[个家项名位成])[^，。？?]{0,4}[，,].{0,6}(?:出自|来自|哪[个份]|写在)|"
    r"(?:目标|指标|引用?|数|值)[^。？?]{0,24}哪[一]?[份个](?:文件|规划|方案)?[里中上]?的?(?:哪[一]?个)?(?:数|值|目标)"
)  # 2025年高企目标多少，出自哪份文件: its source is cited
OF_DOCUMENT = re.compile(r"哪年|哪几年|期限|什么时候|何时|啥时候|几时|正式|印发|发布|出台|效力|到期|有效|生效|管到")
PLAN_NAMED = re.compile(
    r"(?:(?:到|至)?(?:19|20)\d{2}\s*年?\s*(?:[-—–~～至到]+\s*(?:(?:19|20)\d{2}|\d{2})\s*年?)?|(?<!\d)\d{2}\s*年?\s*[-—–~～至到]+\s*\d{2}\s*年|(?<!\d)\d{3}(?!\d))(?:的|那份|这份|那个|这个|出的)*方案(?:里|中|上)?"
)  # a document told by its years: 2027那份方案


ONLY_CHARGE = re.compile(
    r"(?:哪(?:一)?(?:个|些|几个|家)?(?:部门|单位|局|委|机构)|谁|牵头|负责|主管|分管|落实|主抓|责任|部门|单位|排|列|站|在?(?:第一|最前面?|头一个|首)位?|"
    r"这|那|该|它|事儿?|件|项|一?块|条|由|归|来|都|又|具体|主要|请问|是|有|的|在|管|抓|哪家|哪个|呢|呀|啊|吗|么|了|[，,。？?、\s])+"
)
CHARGE_SAID = re.compile(r"部门|单位|牵头|负责|主管|分管|哪个(?:局|委)|谁(?:来)?(?:管|抓|落实)")


def only_asks_charge(text: str) -> bool:
    """Tell whether a question asks who is in charge and does not say of what.

    >>> only_asks_charge("那这事儿谁牵头"), only_asks_charge("人才引进谁牵头")
    (True, False)
    """
    return bool(CHARGE_SAID.search(text)) and ONLY_CHARGE.fullmatch(text) is not None


def without_plan(text: str) -> str:
    """Return a text without the words that only say which document is meant by its years.

    >>> without_plan("甲市2027那份方案里怎么说"), without_plan("2027年有多少家")
    ('甲市 怎么说', '2027年有多少家')
    """
    return PLAN_NAMED.sub(" ", text)


def asks_number(text: str) -> bool:
    """Tell whether a figure is asked for in so many words, or by the bare name of one.

    >>> asks_number("甲市有多少家高企"), asks_number("甲市科技进步贡献率"), asks_number("为何看重科技进步贡献率")
    (True, True, False)
    """
    return bool(NUMBER.search(text)) or bool(BARE_FIGURE.search(text) and not ASKS_OTHER.search(text))


def names_figure(text: str) -> bool:
    """Tell whether a question is a place, a year and the name of one indicator, so that its figure is asked for.

    >>> names_figure("甲市2022年技术交易额?"), names_figure("2025年怎么提高技术交易额")
    (True, False)
    """
    body = re.sub(r"[\s?？。!！]+$", "", text)
    return len(link(body)) == 1 and any(folded(body).endswith(alias) for alias, _ in aliases()) and not HOW.search(body)


def asks_of_document(text: str) -> bool:
    """Tell whether a document itself is asked about, not a figure in it that is placed by naming it."""
    placed = WITHIN.search(text) and re.search(r"多少|几[个家种项名位成]", text) and not OF_DOCUMENT.search(text)
    return bool(ABOUT_DOCUMENT.search(text)) and not placed and not FIGURE_FIRST.search(text)


def goes_on_about_document(text: str) -> bool:
    """Tell whether a question says nothing but that a document just spoken of may still hold.

    >>> goes_on_about_document("现在还有效吗"), goes_on_about_document("现在还有效的措施有哪些")
    (True, False)
    """
    return GOES_ON_ABOUT.fullmatch(text) is not None


def counts_in(text: str) -> tuple[str, ...]:
    """Return how many things a question says that there are.

    >>> counts_in("江北重点扶哪六个门类"), counts_in("2025年高企几家")
    (('六', '6'), ())
    >>> counts_in("Which three highlands"), counts_in("the five-year plan")
    (('三', '3'), ())
    """
    found = [digit for digit in COUNTED.findall(text) if digit]
    found += [SPOKEN[str(IN_ENGLISH.index(word.lower()) + 2)] for word in COUNTED_IN_ENGLISH.findall(text)]
    return tuple(dict.fromkeys(form for digit in found for form in (digit, _other_script(digit))))


def _other_script(digit: str) -> str:
    return SPOKEN.get(digit) or WRITTEN[digit]
