"""Conditions that stand in a measure's own item, but not in the sentence that pays: before it, behind it, in a list, behind its title."""

from facts.measures import extract_measures
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

INFO = DocumentInfo("notice", "f", "若干政策", "云渡县", "县", "", "", "", "2026-01-20", "2026-2028", "final", "", "")
HEAD = "云渡县促进产业发展若干政策\n\n"


def asked(text):
    """The words asked for of each measure, by the first words of what it says."""
    document = parse_document(HEAD + text)
    found = extract_measures(INFO, chunk_document("notice", document), document.text)
    return {one.text[:8]: [item.reading for item in one.conditions if item.kind == "clause"] for one in found}


def test_a_list_of_conditions_is_of_the_sentence_that_announces_it():
    found = asked("""一、支持扩产
对同时符合下列条件的企业，给予一次性奖励30万元：①年度工业投资2000万元以上；②投资强度每亩400万元以上；③投产当年纳入规上统计。
二、支持上云
符合以下条件之一的企业，按上云费用的20%给予补助，最高15万元：
1.列入县级上云试点名单；
2.获评省级上云标杆企业。
""")
    assert found["对同时符合下列条"] == ["年度工业投资2000万元以上", "投资强度每亩400万元以上", "投产当年纳入规上统计"]
    assert found["符合以下条件之一"] == ["列入县级上云试点名单，或者获评省级上云标杆企业"]


def test_the_first_of_several_ways_is_no_way_beside_what_stands_before_the_list():
    found = asked("""一、支持担保
面向县内融资担保机构。担保机构满足下列任一条件的，按年度担保额的0.5%给予补助：
（1）小微企业担保余额占比80%以上；
（2）平均担保费率1%以下。
""")
    assert found["担保机构满足下列"][-2:] == ["县内融资担保机构", "小微企业担保余额占比80%以上，或者平均担保费率1%以下"]


def test_sentences_beside_the_one_that_pays_ask_for_something_of_it():
    found = asked("""一、支持仓储物流
企业新建高标准仓库的，按投资额的5%给予补助，最高200万元。仓库面积不得少于1万平方米，且须在本县运营3年以上。资金由县财政局拨付。
二、支持外贸企业
面向在本县缴税的生产型外贸企业。年出口额须在300万美元以上。按出口额每美元给予0.03元奖励。
""")
    assert found["企业新建高标准仓"] == ["企业新建高标准仓库", "仓库面积不得少于1万平方米", "在本县运营3年以上"]
    assert found["按出口额每美元给"][:2] == ["在本县缴税的生产型外贸企业", "年出口额在300万美元以上"]


def test_what_stands_below_a_list_of_sums_is_asked_for_all_of_them():
    found = asked("""一、支持养老
养老机构取得等级评定的，按下列标准给予一次性奖励：
（1）五级：奖励30万元；
（2）四级：奖励20万元。
机构运营须满1年。
""")
    assert (found["五级：奖励30万"], found["四级：奖励20万"]) == (["机构运营满1年"], ["机构运营满1年"])


def test_procedure_and_definitions_ask_for_nothing():
    found = asked("""一、支持升规
企业首次纳入规上统计的，奖励10万元。退库后重新入库的，不属于首次。申请单位应于每年5月底前提交报表。项目应在改造前向所在地工信部门备案。
""")
    assert found == {"企业首次纳入规上": ["企业首次纳入规上统计"]}


def test_for_those_of_the_measure_before_its_conditions_hold_as_well():
    found = asked("""第一条  首店奖：引进首店的商业综合体，入驻率90%以上的，每家奖励20万元。
上述综合体获评省级示范街区的企业，加奖15万元。
第二条  专列奖：年发运500标箱以上的物流企业，每箱补贴800元。前款规定的物流企业开通专列的，每列另补3万元。
""")
    assert "年发运500标箱以上" in "".join(found["前款规定的物流企"])
    assert found["引进首店的商业综"]


def test_brackets_behind_a_title_say_whom_it_is_for():
    found = asked("""为方便群众了解政策，现将有关补贴梳理如下。

【扩岗补助】（面向吸纳就业的小微企业）
招用毕业生并签订1年以上劳动合同的，每招用1人补贴1500元。补助可预拨50%，其余在年底结算。

【场租补贴】（限额20家）
正常经营6个月以上的，给予场地租金每年2万元补贴。
""")
    assert found["招用毕业生并签订"][0] == "吸纳就业的小微企业"
    assert list(found) == ["招用毕业生并签订", "正常经营6个月以"]
    assert "20家" not in "".join(found["正常经营6个月以"])


def test_each_numbered_question_has_an_answer_of_its_own():
    found = asked("""1.问：哪些大学生能领生活补贴？能领多少？
答：（1）领取条件：毕业三年内到本县企业就业。（2）补贴标准：本科每月600元，硕士每月1000元。（3）申请方式：登录人才网。

2.问：实习有补贴吗？
答：有的。在校大学生到本县企业实习一个月以上的，给予每月1200元补贴。实习单位应当是规上企业。

3.问：创业有奖吗？
答：获奖项目落地本县的，给予10万元奖励。条件是：项目公司注册满半年，带动就业3人以上。
""")
    assert found["本科每月600元"] == ["毕业三年内到本县企业就业"]
    assert found["在校大学生到本县"] == ["在校大学生到本县企业实习一个月以上", "实习单位是规上企业"]
    assert found["获奖项目落地本县"] == ["获奖项目落地本县", "项目公司注册满半年", "带动就业3人以上"]


def test_what_is_added_for_those_of_a_rule_leaves_whom_the_rule_is_for():
    found = asked("第一条  物流标准化。企业租赁标准化托盘的，按租金的20%补助。对上述企业开展带托运输的，另给予一次性补助5万元。\n")
    assert found["企业租赁标准化托"] == ["企业租赁标准化托盘"]
