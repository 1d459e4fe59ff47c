"""What tables call a State, reduced to a key that other spellings of the name share. Read only where a name is missed.

The maker of `data/names/keys.tsv` and the look-up reduce names alike. A key holds every word of a name but articles and
prepositions, sorted; only a whole key counts, so that no longer text is taken for the name that it holds.
"""

import re
import unicodedata
from contextlib import suppress

_BEGINNING = "the la le les l el los las lo il i der die das den d de dei y"
_JOINING = "of de del della dei du des da do dos di"
_ARTICLES = frozenset(_BEGINNING.split())
_LINKS = frozenset(_JOINING.split())
_STOP = _ARTICLES | _LINKS | {"and", "et", "y", "e", "a", "und"}
"""Words that set no State apart, in the languages that tables are written in, but where an initial or a word of another
language looks like one: see `_is_stop`."""
_SHORT = {
    "rep": "republic", "repub": "republic", "dem": "democratic", "fed": "federal", "federated": "federal",
    "sts": "state", "states": "state", "st": "saint", "ste": "saint", "sainte": "saint", "n": "north", "s": "south",
    "w": "west", "e": "east", "eq": "equatorial", "equat": "equatorial", "is": "island", "isl": "island",
    "isds": "island",
    "islds": "island", "isles": "island", "islands": "island", "terr": "territory", "territories": "territory",
    "cent": "central", "afr": "african", "peoples": "people",
    "soc": "socialist", "utd": "united",
    "pr": "principe", "gren": "grenadines", "vin": "vincent", "herz": "herzegovina", "barb": "barbuda",
    "tob": "tobago", "trin": "trinidad", "occ": "occupied",
    "dr": "democratic republic", "dpr": "democratic people republic", "pdr": "people democratic republic",
    "dprk": "democratic people republic korea", "ar": "arab republic", "ir": "islamic republic",
    "rb": "bolivarian republic", "ur": "united republic", "fs": "federal state",
    "boliv": "bolivarian", "plur": "plurinational", "plurinat": "plurinational", "prov": "province",
    "centr": "central", "auth": "authority", "gt": "great", "sth": "south", "so": "south", "jam": "jamahiriya",
    "jamah": "jamahiriya", "yug": "yugoslav", "dom": "dominican", "grens": "grenadines", "republ": "republic",
    "prin": "principe", "em": "emirates", "emir": "emirates", "vinc": "vincent",
    "sr": "socialist republic", "aj": "arab jamahiriya", "fyr": "former yugoslav republic",
    "fyro": "former yugoslav republic", "tfyr": "former yugoslav republic",
}  # fmt: skip
"""Words cut short or written in several ways, and styles cut to their letters (`Egypt, AR`); never a whole name."""
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n", "ə": "e",
     "ё": "е", "ة": "ه", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "ٱ": "ا",
     "ـ": None, "\u200c": None, "\u200d": None, "\u200b": None, "\u2060": None, "\u00ad": None, "\ufeff": None}
)  # fmt: skip
_APOSTROPHE = dict.fromkeys(map(ord, "’‘ʼ`´ʻʽʾʿ′＇ꞌ"), "'")
_PEOPLES = re.compile(r"\bpeople(?:s'|[' ]?s)\b")
_DOTTED = re.compile(r"\b(?:\w\.\s?){2,}")
_JOINED = re.compile(r"\b(viet|timor|bosnia)[\s-](nam|leste)\b")
_ACCENT = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]")
_ARABIC_ARTICLE = re.compile(r"^ال(?=\w{3})")
_ELIDED = re.compile(r"\b[ld]'(?=\W*$)")
_BEHIND = re.compile(r"[,(\[]\s*([^\W\d_]{2,3})\s*[)\]]?$")
_INITIAL = re.compile(r"\b([^\W\d_])\.(?!\w)")
_POINT = "\x01"
_FRENCH = re.compile(r"\b[Ff]r\.|\bFr\b")
_AMMAN = "عمّان"
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Scripts that set no blanks between words."""
_SUPERSCRIPTS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈ]+(?:[,;\s]*[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
_MARKED = re.compile(r"<(sup|superscript)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_NOTE = re.compile(
    r"(?<![Ss]amoa)(?<![Ss]amoa )\s*[\[(]\s*(?:(?:n|nb|note|fn)\.?\s*)?"
    r"(?:\d{1,2}|[a-z](?<![nsew])|[nsew](?=\s*[,;]))(?:\s*[,;]\s*(?:\d{1,2}|[a-z]))*\s*[\])]\s*$"
    r"|(?<=[^\W\d_])(?<!^[A-Za-z]{2})(?<!^[A-Za-z]{3})\s?\d{1,2}(?:,\d{1,2})*$"
    r"|(?<=[^\W\d_]{3})\s+(?:\d{1,2}|[a-z])[/)]$|(?<=[^\W\d_]{3})\s/\d{1,2}$"
    r"|\s*[,(\[][^,(\[]*\b1244\b[^,(\[]*(?:\(\d{4}\)\W*)?$"
    r"|[\s*†‡§¶#^]+$"
)
"""A footnote's mark at the end of a name, or one in words, on Security Council resolution 1244 (1999).

`Sudan (s)` has none, it is a direction, nor has `DE11`, a region's code; `Samoa (a)` is American.
"""
_NUMBERED = re.compile(r"^\d{1,3}[.)]\s+(?=[^\W\d_]{3})")
"""The number of a name in a list: `1. Kenya`, `12) Kenya`."""
_SPACED = re.compile(r"(?:[A-Z] ){2}[A-Z]")
_FLAG = re.compile("^[\U0001f1e6-\U0001f1ff]{2}$")
_CODE = re.compile(r"[A-Z]{2,3}|[a-z]{2,3}|[0-9]{1,3}")
_SPLIT = re.compile(
    r"[()\[\]（）【】/;|:：=]|\s[-–—]\s|,\s*(?=[A-Z]{2,3}$|(?:formerly|previously|now|was|ex)\b)"
    r"|(?:(?<=^[A-Z]{2})|(?<=^[A-Z]{3}))[-_ ](?=[A-Z][a-z])"
)
_JOINT = re.compile(r"\s*[/;&+＆]\s*|\s+(?:and|et|y|und|e|ja|och|og|en|ve|i|и|و)\s+", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:local name|native name|(?:now |previously |formerly |also )?known as|formerly|previously|also|or|now"
    r"|officially|renamed|a\.?k\.?a\.?|short form|long form|iso|code)\b[:\s]*",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"^(?:(?:the\s+)?(?:former|fmr)(?!\W+Yug)|was|until \d{4}|ex)\b[\s.,-]+(?=\w)", re.IGNORECASE)
"""What stands before the second name of a cell: `Croatia (local name: Hrvatska)`, `Benin (ex-Dahomey)`."""
_FORMER = re.compile(r"^\W*(?:the\s+)?(?:former|ex|fmr)\b[\s.-]*|[\s,(\[]*\b(?:former|fmr)\b\W*$", re.IGNORECASE)
_NOTHING = (
    "na nan n/a n.a n.a. #n/a <na> nil null none - -- --- — – . .. ... ? unknown missing undefined unspecified other "
    "others total all various n/d n.d. nd tbd tba x xx not+available not+applicable not+specified no+data no+country "
    "not+stated not+known not+reported"
)
_MISSING = frozenset(_NOTHING.split())
"""What tables write where they have no value; a plus stands for a blank."""


def code(name: str) -> str:
    """Return a name that is written as codes are, two or three bare letters or at most three digits, as a code; or ''.

    A flag stands for the code that it is made of. Dots, accents, other scripts and a capital at the head (`Nga`) make
    none.
    """
    bare = name.strip(" \t\r\n\u00a0")
    if _FLAG.match(bare):
        return "".join(chr(ord(sign) - 0x1F1E6 + 65) for sign in bare)
    return bare.upper() if _CODE.fullmatch(bare) else ""


def is_missing(name: str) -> bool:
    """Return whether a cell says that it holds nothing."""
    return " ".join(name.split()).casefold().strip("()[]\"'").replace(" ", "+") in _MISSING


def is_doubtful(name: str) -> bool:
    """Return whether a cell doubts itself: `Guinea?`, `Armenia (?)`. A mark within a word is a letter that was lost."""
    return re.search(r"[?？؟]\s*[)\]]*\s*$|^\W*[?？؟]", name) is not None


def is_cut(name: str) -> bool:
    """Return whether a cell was cut within brackets: `Congo (Repub`."""
    return re.search(r"[(\[（][^)\]）]*$", name) is not None


def without_former(name: str) -> str:
    """Return what a name says was there before (`Sudan (former)`); '' if it does not say so."""
    rest = _FORMER.sub("", name).strip()
    return rest if rest != name.strip() else ""


def repaired(name: str) -> str:
    """Return a name without mark-up and footnotes, and as it was before its bytes were read in another encoding."""
    if "&" in name and ";" in name:
        import html  # it holds every entity there is

        name = html.unescape(name)
    if "<" in name:
        name = _TAG.sub(" ", _MARKED.sub("", name))
    if "%" in name:
        from urllib.parse import unquote  # seldom needed

        with suppress(UnicodeError):
            name = unquote(name, errors="strict")
    for _ in range(2):  # a file may have been misread twice
        name = _reread(name)
    name = _NUMBERED.sub("", _SUPERSCRIPTS.sub("", name).strip())
    if _SPACED.fullmatch(name):
        return name.replace(" ", "")
    while (shorter := _NOTE.sub("", name).strip()) and shorter != name:
        name = shorter
    return name


def keys(name: str) -> list[str]:
    """Return the keys of a name, already repaired: an apostrophe parts words, or joins them.

    That of a short abbreviation ends in a point: `R.U.` is none of the places called `Ru`.
    """
    name = _FRENCH.sub("French ", name.translate(_APOSTROPHE))
    plain = _ELIDED.sub("", unicodedata.normalize("NFKC", name).casefold())
    plain = _PEOPLES.sub("people", plain)
    apart = _key(plain.replace("'", " "))
    joined = _key(plain.replace("'", ""))
    cut = "." if name.isascii() and (name.isupper() or _DOTTED.search(name)) else ""
    return [key + cut if len(key) < 4 and key.isascii() else key for key in dict.fromkeys((apart, joined)) if key]


def parts(name: str) -> list[str]:
    """Return the parts of a cell that holds more than one name: `Sri Lanka (Ceylon)`, `KE - Kenya`; else nothing."""
    found = [part for part in (one.strip(" ,.\t*") for one in _SPLIT.split(name)) if part]
    if len(found) < 2:
        return []
    found = [found[0], *(_EARLIER.sub("", part) for part in found[1:])]
    found = [_LABEL.sub("", part).strip() for part in found]
    return [part for part in found if part and part.casefold() != "country"]


def joined(name: str) -> list[str]:
    """Return the names that a cell joins into one text, `China and Taiwan`; nothing where it joins none."""
    found = [part.strip(" ,.") for part in _JOINT.split(name)]
    return found if len(found) > 1 else []


def _reread(name: str) -> str:
    """Return a name as its bytes were, if they are UTF-8 that was read as another encoding."""
    for encoding, leads in (("cp1252", "ÃÂÅÄÐÑØÙãâ"), ("mac_roman", "√¬≈ƒ")):
        if any(sign in name for sign in leads):
            with suppress(UnicodeError):
                return b"".join(_byte(sign, encoding) for sign in name).decode()
            with suppress(UnicodeError):  # a true apostrophe beside them, set later
                name = "".join(
                    part if place % 2 else b"".join(_byte(sign, encoding) for sign in part).decode()
                    for place, part in enumerate(re.split("([’‘])", name))
                )
    return name


def _byte(sign: str, encoding: str) -> bytes:
    try:
        return sign.encode(encoding)
    except UnicodeError:
        return sign.encode("latin-1")


def _key(plain: str) -> str:
    """Return the words of a name that set it apart, sorted; in scripts without blanks as they stand."""
    plain = _DOTTED.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", plain.translate(_LETTERS))
    plain = _INITIAL.sub(rf"\1{_POINT}", _JOINED.sub(r"\1\2", plain))
    words = "".join(
        c if c.isalnum() or c == _POINT or unicodedata.category(c)[0] == "M" else " " for c in plain
    ).split()
    if _SPACELESS.search(plain):
        return unicodedata.normalize("NFC", "".join(words).replace(_POINT, ""))
    behind = _BEHIND.search(plain)
    apart = behind[1] if behind else ""
    found: list[str] = []
    for place, word in enumerate(words):
        if not _is_stop(words, place, apart):
            word = word.rstrip(_POINT)
            found += (_SHORT.get(word, word) if len(words) > 1 else word).split()
    bare = [_bare(word) for word in found or words]
    if len(bare) > 1:
        bare = [_ARABIC_ARTICLE.sub("", word) for word in bare]
    return unicodedata.normalize("NFC", " ".join(sorted(bare)).replace(_POINT, ""))


def _is_stop(words: list[str], place: int, apart: str) -> bool:
    """Return whether a word sets no State apart where it stands, `apart` being one behind a comma or in brackets.

    Only articles begin a name. None ends it but behind a comma, a bracket or a link: `Comores (les)`, `State of the`.
    The letter of `Germany, E.` is no link, nor is the word that ends `Mari El`. An initial has a point, and is none.
    Accents still stand: the Hungarian `dél` is a south, the Spanish `del` is not.
    """
    word = words[place]
    if word not in _STOP or len(words) == 1 or words[place:] == ["et", "al"]:
        return False
    if place == 0:
        return word in _ARTICLES
    if place == len(words) - 1:
        return (
            word == "the" or word in _LINKS or (word in _ARTICLES and (word == apart or words[-2] in (*_LINKS, "van")))
        )
    return True


def _bare(word: str) -> str:
    """Return a word without accents; but the capital of Jordan, whose doubled letter alone tells it from Oman."""
    return word if word == _AMMAN else _ACCENT.sub("", unicodedata.normalize("NFD", word)).translate(_LETTERS)
