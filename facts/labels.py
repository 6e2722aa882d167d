"""The labels of lines in a block that offers something: whom it is for, on which terms, what it gives."""

import re

SUMS = ("标准", "金额", "额度")  # ends of labels that say that what follows them are the sums
LABEL = re.compile(
    r"^\s*(?:[-*•·●◆○]\s*)?(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?(?P<bracket>[【［\[])?(?:"
    r"(?P<name>(?:政策|项目|事项|条款|奖补|奖励)名称)|"
    r"(?P<who>(?:支持|补助|奖励|扶持|资助|申报|适用|补贴|奖补|享受|受益)(?:对象|主体)|对象)|"
    r"(?P<when>(?:申报|受理|申请|办理)(?:时间|期限|日期)|(?:申报|受理)期)|"
    r"(?P<terms>(?:申报|支持|申请|具体|享受|认定|奖励|补助)?(?:条件|要求))|"
    r"(?P<gives>(?:支持|补助|奖励|资助|扶持|奖补|补贴|政策|优惠)(?:标准|方式|内容|金额|额度|政策|措施|方向)|工作方向|标准)|"
    r"(?P<other>(?:申报|办理|受理|所需|提交|联系|责任|主管|牵头)?(?:材料|流程|程序|方式|时间|单位|部门|电话|依据|期限))"
    r")(?(bracket)[】］\]][：:]?|[：:])\s*"
)
