"""Why somebody should look at a text first: signs of insult, advertising and private data, in Turkish and English.

They sort the queue. Nothing is hidden, rejected or published for them, and how many stars somebody gave is none.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Signal(StrEnum):
    PROFANITY = "PROFANITY"
    LINK = "LINK"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    REPEATED = "REPEATED"
    CAPITALS = "CAPITALS"


# How far up the queue each brings a text.
CONCERN = {
    Signal.PROFANITY: 5,
    Signal.LINK: 4,
    Signal.PHONE: 4,
    Signal.EMAIL: 4,
    Signal.REPEATED: 2,
    Signal.CAPITALS: 1,
}


@dataclass(frozen=True, slots=True)
class Found:
    """The signs of a text, by their names, and how much concern they come to."""

    names: list[str]
    concern: int


# Whole words, and beginnings to which Turkish and English hang their endings. With their own letters: without them
# `göt` would be "got" and `sık`, "often", an insult.
INSULTS = """
    amk aq amına amcık piç piçi piçler göt götü götün götünü oç sik siki sikik sikerim sokayım yavşak ibne ibneler
    kahpe gavat dallama salak salaklar aptal aptallar ahmak öküz bok boktan
    shit shitty bitch bitches dick dicks cock wanker twat slut prick crap crappy idiot idiots moron morons retard
    retarded
"""
WORDS = frozenset(INSULTS.split())
BEGINNINGS = (
    *("orospu", "siktir", "sikey", "sikti", "yarrak", "yarrağ", "pezevenk", "şerefsiz", "gerizekal"),
    *("fuck", "motherf", "bullshit", "asshole", "bastard", "cunt", "whore"),
)
# Digits and signs that stand for letters inside of a word.
DISGUISED = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "@": "a", "$": "s", "!": "i"})
WORD = re.compile(r"[^\W_][\w@$!]*")
LINK = re.compile(
    r"https?://|\bwww\.|\b[\w-]{1,63}\.(?:com|net|org|ru|xyz|shop|info|biz|click|site|online)\b", re.IGNORECASE
)
EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w")
PHONE = re.compile(r"(?<![\w+])\+?\d(?:[ ().-]{0,2}\d){9,14}(?!\w)")
SAME_LETTER = re.compile(r"([^\W\d_])\1{5,}")
SAME_WORD = re.compile(r"\b(\w+)(?:\W+\1\b){3,}", re.IGNORECASE)
# Shorter ones say "SÜPER", or one word thrice, and mean nothing by it.
LEAST_CAPITALS, LEAST_WORDS = 20, 12


def find(*texts: str) -> Found:
    """Return the signs of what somebody wrote, all of its parts together, the worst first."""
    said = unicodedata.normalize("NFKC", "\n".join(texts))
    holds = {
        Signal.PROFANITY: _insults(said),
        Signal.LINK: bool(LINK.search(EMAIL.sub(" ", said))),
        Signal.PHONE: bool(PHONE.search(said)),
        Signal.EMAIL: bool(EMAIL.search(said)),
        Signal.REPEATED: _repeats(said),
        Signal.CAPITALS: _shouts(said),
    }
    found = [signal for signal, is_there in holds.items() if is_there]
    return Found([signal.value for signal in found], sum(CONCERN[signal] for signal in found))


def _insults(said: str) -> bool:
    return any(_is_insult(word) for word in WORD.findall(lowered(said)))


def _is_insult(word: str) -> bool:
    plain = re.sub(r"(.)\1{2,}", r"\1", word.rstrip("!").translate(DISGUISED))
    return plain in WORDS or plain.startswith(BEGINNINGS)


def lowered(text: str) -> str:
    """Return it in small letters. Only the dotted İ is told: whether an I is Turkish, no text says."""
    return text.replace("İ", "i").lower()


def _repeats(said: str) -> bool:
    if SAME_LETTER.search(said) or SAME_WORD.search(said):
        return True
    words = WORD.findall(lowered(said))
    return len(words) >= LEAST_WORDS and len(set(words)) * 3 <= len(words)


def _shouts(said: str) -> bool:
    letters = [one for one in said if one.isalpha()]
    return len(letters) >= LEAST_CAPITALS and sum(1 for one in letters if one.isupper()) >= 0.7 * len(letters)
