"""The nouns that say what kind of document a name is, parts of regular expressions."""

from __future__ import annotations

KINDS = (
    "意见|法|法典|条例|规定|准则|办法|章程|规则|细则|决定|决议|通知|方案|规划|纲要|解释|公约|协定|守则|制度"
    "|标准|合同|协议|宪法|批复|指南"
)
NOUNS = (  # what a number right behind them belongs to, besides those
    "清单|手册|须知|台账|目录|规程|规范|要点|计划|总结|简报|批示|指示|公告|通告|教材|草案|条款|线索|问题|经验"
    "|附件|附录|附则|附表|纪要|讲话|报告|备忘录|民约|合约|契约|声明|宣言|措施|建议|提案|议案|案例|释义|说明"
    "|留言|诉求|投诉|评论|消息|新闻|回复|批注|标语|口号|预案|提纲|读本|解读|名单|任务|党章|团章|简章|[书函令册簿状]"
)
ANY = "法规|法律|规章|文件"
"""What 该 may stand before without saying which kind of document is meant."""
VAGUE = "意见|规定|决定|决议|通知|方案|规划|纲要|解释|规则|制度|标准|批复|指南"
"""Kinds that are everyday words too: named in words, they count only with their number."""
