"""What tables call a State, reduced to a key that other spellings of the name share. Read only where a name is missed.

The maker of `data/names/keys.tsv` and the look-up reduce names alike. A key holds every word of a name but articles and
prepositions, sorted; only a whole key counts, so that no longer text is taken for the name that it holds.
"""

import re
import unicodedata
from contextlib import suppress

_ARTICLES = (
    "the of and a la le les l el los las lo il i de del della  dei du des d et y e da do dos das di und der die das den"
)
_STOP = frozenset(_ARTICLES.split())
"""Words that set no State apart, in the languages that tables are written in."""
_SHORT = {
    "rep": "republic", "repub": "republic", "dem": "democratic", "fed": "federal", "federated": "federal",
    "sts": "state", "states": "state", "st": "saint", "ste": "saint", "sainte": "saint", "n": "north", "s": "south",
    "w": "west", "eq": "equatorial", "equat": "equatorial", "is": "island", "isl": "island", "isds": "island",
    "islds": "island", "isles": "island", "islands": "island", "terr": "territory", "territories": "territory",
    "cent": "central", "afr": "african", "peoples": "people", "soc": "socialist", "utd": "united",
    "pr": "principe", "gren": "grenadines", "vin": "vincent", "herz": "herzegovina", "barb": "barbuda",
    "tob": "tobago", "trin": "trinidad", "occ": "occupied",
    "dr": "democratic republic", "dpr": "democratic people republic", "pdr": "people democratic republic",
    "dprk": "democratic people republic korea", "ar": "arab republic", "ir": "islamic republic",
    "rb": "bolivarian republic", "ur": "united republic", "fs": "federal state", "fr": "federal republic",
    "sr": "socialist republic", "aj": "arab jamahiriya", "fyr": "former yugoslav republic",
    "fyro": "former yugoslav republic", "tfyr": "former yugoslav republic",
}  # fmt: skip
"""Words cut short or written in several ways, and styles cut to their letters (`Egypt, AR`); never a whole name."""
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n", "ə": "e",
     "ё": "е", "ة": "ه", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "ٱ": "ا",
     "ـ": None, "\u200c": None, "\u200d": None, "\u200b": None, "\u2060": None, "\u00ad": None, "\ufeff": None}
)  # fmt: skip
_APOSTROPHES = "'’‘ʼ`´ʻʽʾʿ′＇ꞌ"
_PEOPLES = re.compile(rf"\bpeople(?:s[{_APOSTROPHES}]|[{_APOSTROPHES} ]?s)\b")
_DOTTED = re.compile(r"\b(?:\w\.\s?){2,}")
_JOINED = re.compile(r"\b(viet|timor|bosnia)[\s-](nam|leste)\b")
_ACCENT = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]")
_ARABIC_ARTICLE = re.compile(r"^ال(?=\w{3})")
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Scripts that set no blanks between words."""
_SUPERSCRIPTS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈ]+(?:[,;\s]*[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
_MARKED = re.compile(r"<(sup|superscript)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_NOTE = re.compile(
    r"\s*[\[(]\s*(?:(?:n|nb|note|fn)\.?\s*)?(?:\d{1,2}|[a-z])(?:\s*[,;]\s*(?:\d{1,2}|[a-z]))*\s*[\])]\s*$"
    r"|(?<=[^\W\d_])\s?\d{1,2}(?:,\d{1,2})*$"
    r"|\s*[,(\[][^,(\[]*\b1244\b[^,(\[]*$"
    r"|[\s*†‡§¶#^]+$"
)
"""A footnote's mark at the end of a name, or one in words, on Security Council resolution 1244 (1999)."""
_FLAG = re.compile("^[\U0001f1e6-\U0001f1ff]{2}$")
_CODE = re.compile(r"[A-Z]{2,3}|[a-z]{2,3}|[0-9]{1,3}")
_SPLIT = re.compile(
    r"[()\[\]（）【】/;|:：=]|\s[-–—]\s|,\s*(?=[A-Z]{2,3}$)|(?:(?<=^[A-Z]{2})|(?<=^[A-Z]{3}))[-_ ](?=[A-Z][a-z])"
)
_LABEL = re.compile(
    r"^(?:local name|native name|(?:now |previously |formerly |also )?known as|formerly|previously|also|or|now"
    r"|officially|renamed|a\.?k\.?a\.?|short form|long form|iso|code)\b[:\s]*",
    re.IGNORECASE,
)
"""What stands before the second name of a cell: `Croatia (local name: Hrvatska)`."""
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
    if any(sign in name for sign in "ÃÂÅÄÐÑØÙãâ"):
        with suppress(UnicodeError):
            name = b"".join(map(_byte, name)).decode()
    name = _SUPERSCRIPTS.sub("", name).strip()
    while (shorter := _NOTE.sub("", name).strip()) and shorter != name:
        name = shorter
    return name


def keys(name: str) -> list[str]:
    """Return the keys of a name, already repaired: an apostrophe parts words, or joins them.

    That of a short abbreviation ends in a point: `R.U.` is none of the places called `Ru`.
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    plain = _PEOPLES.sub("people", plain)
    apart = _key(plain.translate(dict.fromkeys(map(ord, _APOSTROPHES), " ")))
    joined = _key(plain.translate(dict.fromkeys(map(ord, _APOSTROPHES))))
    cut = "." if name.isascii() and (name.isupper() or _DOTTED.search(name)) else ""
    return [key + cut if len(key) < 4 and key.isascii() else key for key in dict.fromkeys((apart, joined)) if key]


def parts(name: str) -> list[str]:
    """Return the parts of a cell that holds more than one name: `Sri Lanka (Ceylon)`, `KE - Kenya`; else nothing."""
    found = [part for part in (one.strip(" ,.\t*") for one in _SPLIT.split(name)) if part]
    if len(found) < 2:
        return []
    found = [_LABEL.sub("", part).strip() for part in found]
    return [part for part in found if part]


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeError:
        return sign.encode("latin-1")


def _key(plain: str) -> str:
    """Return the words of a name that set it apart, sorted; in scripts without blanks as they stand."""
    plain = _DOTTED.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", plain.translate(_LETTERS))
    plain = _JOINED.sub(r"\1\2", plain)
    words = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in plain).split()
    if _SPACELESS.search(plain):
        return unicodedata.normalize("NFC", "".join(words))
    found: list[str] = []
    for place, word in enumerate(words):
        if len(words) == 1 or (word == "e" and place == 0):
            found.append(word)
        elif word not in _STOP:  # before accents go: the Hungarian `dél` is a south, the Spanish `del` is not
            found += _SHORT.get(word, word).split()
    bare = [_ACCENT.sub("", unicodedata.normalize("NFD", word)).translate(_LETTERS) for word in found or words]
    bare = ["east" if word == "e" and len(bare) > 1 else word for word in bare]
    return unicodedata.normalize("NFC", " ".join(sorted(_ARABIC_ARTICLE.sub("", word) for word in bare)))
