"""Those who preside over parliaments and their committees, by the words of the body: `President of the Chamber of Deputies`.

>>> [office for *_, office in presiding("Ana Soto, President of the Chamber of Deputies, met Senate Speaker Luis Rey.")]
['parliament-speaker', 'parliament-speaker']
>>> [office for *_, office in presiding("the deputy speaker of the Knesset and the chairman of the Foreign Affairs Committee")]
['other', 'other']
>>> list(presiding("the president of the Senate's delegation"))
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.spotting import Spotter

SECOND = r"(?:first\s+)?(?:deputy|vice)[\s-]+"
HEADS = rf"(?:{SECOND})?(?:president|speaker|chair(?:man|woman|person)?|head)"
OF_WHOM = (
    r"(?:Deputies|Representatives|Commons|Lords|Councill?ors|Peoples|Senators|Delegates|the\s+People|Nationalities"
    r"|Elders|Chiefs|Nations|Assembly)"
)
NATIONAL = (
    r"(?:National|Federal|Legislative|Constituent|Consultative|People['’]s|General|Popular|Supreme|State|Grand"
    r"|Great|Islamic|Parliamentary|Shura)"
)
BODIES = (
    r"(?:European\s+)?parliament|senate|legislature|(?:lower|upper)\s+(?:house|chamber)(?:\s+of\s+(?:the\s+)?parliament)?"
    rf"|(?:chamber|house|congress)\s+of\s+{OF_WHOM}|council\s+of\s+(?:representatives|states|the\s+nation|nationalities)"
    rf"|(?:{NATIONAL}\s+){{1,4}}(?:assembly|legislature|people['’]s\s+assembly|k?hural|majlis|congress)|federation\s+council"
    r"|assembly\s+of\s+(?:the\s+republic|experts|representatives)|legislative\s+council|shura\s+council"
    r"|consultative\s+council|states\s+general"
    r"|(?:Standing\s+Committee\s+of\s+the\s+)?National\s+People['’]s\s+Congress(?:\s+Standing\s+Committee)?"
    r"|supreme\s+people['’]s\s+assembly"
    r"|Storting|Riksdag|Folketing|Althingi?|Eduskunta|Bundestag|Bundesrat|Volkskammer|Sejm|Saeima|Seimas|Riigikogu"
    r"|(?:State\s+)?Duma|Verkhovna\s+Rada"
    r"|Knesset|(?:Oliy|Milli|Islamic)\s+M[ae]jlis|Milli\s+Mejlis|Majlis|Maj?zhilis|Majilis|Jogorku\s+Kenesh|Skup[sš]tina"
    r"|Sabor|Sobranie"
    r"|Cortes(?:\s+Generales)?|D[aá]il|Seanad|Oireachtas|Lok\s+Sabha|Rajya\s+Sabha|Jatiya\s+Sangsad"
    r"|(?:State\s+Great\s+)?K?Hural|Diet|Inatsisartut"
)
NO_MORE = (
    r"(?![\w-])(?!['’]s?\s)(?!\s+(?:delegation|committee|commission|faction|group|office|house|member|secretariat"
    r"|staff|research|building)s?\b)"
)
ADJECTIVES = r"(?:[A-Z][\w’'-]+\s+){0,2}?"
OF_BODY = rf"(?<![\w-])(?i:{HEADS}\s+of\s+(?:the\s+|its\s+|both\s+)?){ADJECTIVES}(?i:{BODIES}){NO_MORE}"
BODY_HEAD = rf"(?<![\w-])(?i:{BODIES})\s+(?i:{SECOND})?(?i:president|speaker|chair(?:man|woman|person)?)(?![\w-])(?!\s+of\b)"
FOREIGN = (
    r"(?i:(?:foreign|external|international)\s+(?:affairs|relations|policy)\s+committee|committee\s+(?:on|for"
    r"|of)\s+(?:foreign|external)\s+(?:affairs|relations|policy))"
)
COMMITTEE = (
    rf"(?<![\w-])(?i:{HEADS}\s+of\s+(?:the\s+"
    rf"|its\s+)?){ADJECTIVES}{FOREIGN}(?:\s+of\s+the\s+{ADJECTIVES}(?i:{BODIES}))?{NO_MORE}"
)
_BEGIN = """
    president speaker chair head first deputy vice european parliament senate legislat lower upper chamber house
    congress council national federal constituent consultative people general popular supreme state grand great
    islamic shura federation assembly standing storting riksdag folketing althing eduskunta bundes volkskammer sejm
    saeima seimas riigikogu duma verkhovna knesset oliy milli maj mazhilis jogorku skup sabor sobranie cortes dail
    dáil seanad oireachtas lok rajya jatiya hural khural diet inatsisartut
    """
_ANY = Spotter(_BEGIN.split(), re.compile(rf"(?P<lesser>{COMMITTEE})|{OF_BODY}|{BODY_HEAD}"))
_SECOND = re.compile(rf"\b{SECOND}", re.I)


def presiding(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the words of such an office stand, and which office it is."""
    for match in _ANY.finditer(text):
        yield *match.span(), "other" if match["lesser"] or _SECOND.search(match[0]) else "parliament-speaker"
