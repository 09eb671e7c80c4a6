"""Phrases of the topics files as patterns, and the bare words that they are found in."""

import re
from collections.abc import Iterable, Mapping

from knowledge.languages import folded

WORDS_BETWEEN = 4
"""So many other words may stand between two of a phrase."""

_HAN = re.compile("([\u3400-\u4dbf\u4e00-\u9fff])")
_UNSPACED = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])")
"""Signs of scripts without spaces: Chinese, and kana, by which Japanese is known not to be Chinese."""

_KIND = re.compile(r"(<[a-z]+>)")
_SIMPLIFIED = str.maketrans(
    "專業東丟兩為爲舉義習書買於產僅麼個們價眾優會傳偽體儲兒內關冊寫決準憑則刪別務動區醫協賣歷厲發變號嗎員"
    "國圖壞塊聲處備複復夠頭學實審導屬歲幾幣帳帶幫廣廢開當錄徵態總戲戶執掃擁擬擔護報換據攜攝數斷無時顯機權"
    "條來標樣毀氣沒洩點煉現畫療盜盤碼確離種稅籤簽紀紙紋線練經給統編網聯臉營藍虛裡裏視覽觀規見訂認議讓訓訊"
    "記許設訪證識訴詞詩話詢語誤說請讀誰調謝譜負責賬貨販購費資賠賺蹤轉載輸轄過運還這進遠違遲遺郵鑰錢銀鏈銷"
    "長門問間閱陸險隱驗電頻題風饋麥黃齡單雲從後對祕雙臺囉嘍"
    "檔應錯參試隻紹腦該雖輕結響測驚憶壓縮爾團圍際術織續維約細級終畢師幹係贊讚滿張",
    "专业东丢两为为举义习书买于产仅么个们价众优会传伪体储儿内关册写决准凭则删别务动区医协卖历厉发变号吗员"
    "国图坏块声处备复复够头学实审导属岁几币帐带帮广废开当录征态总戏户执扫拥拟担护报换据携摄数断无时显机权"
    "条来标样毁气没泄点炼现画疗盗盘码确离种税签签纪纸纹线练经给统编网联脸营蓝虚里里视览观规见订认议让训讯"
    "记许设访证识诉词诗话询语误说请读谁调谢谱负责账货贩购费资赔赚踪转载输辖过运还这进远违迟遗邮钥钱银链销"
    "长门问间阅陆险隐验电频题风馈麦黄龄单云从后对秘双台啰喽"
    "档应错参试只绍脑该虽轻结响测惊忆压缩尔团围际术织续维约细级终毕师干系赞赞满张",
)
"""Traditional characters of what is asked; phrases are in simplified ones."""

Kinds = Mapping[str, tuple[str, ...]]
"""Words that stand for one another, by the name that phrases call them: <picture> for photo, image and selfie."""


def tidy(text: str) -> str:
    """Give bare lower-case words, without accents; each Chinese character is a simplified word of its own."""
    bare = re.sub(r"[^\w\s]", " ", re.sub(r"['\u2019`]", "", folded(text)))
    return " ".join(_UNSPACED.sub(r" \1 ", bare.translate(_SIMPLIFIED)).split())


def any_of(phrases: Iterable[str], kinds: Kinds, between: int = WORDS_BETWEEN) -> re.Pattern[str]:
    """Match any of `phrases`: their words in order, at most `between` others between two of them."""
    gap = rf"(?: \w+){{0,{between}}} " if between else " "
    return re.compile(rf"\b(?:{'|'.join(gap.join(_words(phrase, kinds)) for phrase in phrases)})\b")


def words_of(phrases: Iterable[str], kinds: Kinds) -> set[str]:
    """Give every word of `phrases`, those of the kinds that they name included; of Chinese, every character."""
    words = (part for phrase in phrases for part in _KIND.sub(r" \1 ", phrase).split())
    whole = (one for word in words for one in (kinds[word[1:-1]] if _KIND.fullmatch(word) else (word,)))
    return {folded(part) for word in whole for part in apart(word)}


def edits(one: str, other: str) -> int:
    """Count the slips between two words: a letter too many, too few, another one, or two that changed places."""
    above: list[int] = []
    row = list(range(len(other) + 1))
    for down, letter in enumerate(one, 1):
        below = [down]
        for right, instead in enumerate(other, 1):
            cost = min(row[right] + 1, below[-1] + 1, row[right - 1] + (letter != instead))
            if above and right > 1 and one[down - 2 : down] == other[right - 2 : right][::-1]:
                cost = min(cost, above[right - 2] + 1)
            below.append(cost)
        above, row = row, below
    return row[-1]


def _words(phrase: str, kinds: Kinds) -> list[str]:
    """Give the words of a phrase as patterns; a Chinese word's characters, and words joined by _, stand together."""
    return [" ".join(_part(part, kinds) for part in apart(word)) for word in phrase.split()]


def apart(word: str) -> list[str]:
    """Give the words that stand together in one of a phrase: those joined by _, each Chinese character, each kind."""
    return _HAN.sub(r" \1 ", _KIND.sub(r" \1 ", word.replace("_", " "))).split()


def _part(part: str, kinds: Kinds) -> str:
    if not _KIND.fullmatch(part):
        return re.escape(folded(part)).replace(r"\*", r"\w*")
    return f"(?:{'|'.join(_together(word) for word in kinds[part[1:-1]])})"


def _together(word: str) -> str:
    return " ".join(_part(part, {}) for part in apart(word))
