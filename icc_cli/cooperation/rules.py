"""Each rule in plain words, once: for `--explain` and for docs/cooperation.md. Its documents are in the dataset."""

from icc_cli.jurisdiction import rules as jurisdiction
from icc_cli.jurisdiction.rules import Rule

_TEXTS: tuple[tuple[str, str, str], ...] = (
    (
        "Somebody is sought",
        "Art. 58, 59, 89(1), 91",
        "Only a public warrant that is neither executed nor ended asks States to arrest and surrender. A summons asks "
        "for no arrest. A person whom a State holds is still to be surrendered. Of a person never sought and of one "
        "sought under a warrant that was not yet public the same is said. A report that the person died ends no case; "
        "the Court does.",
    ),
    (
        "State Party",
        "Art. 59(1), 86, 88, 89(1)",
        "A State Party cooperates fully, and arrests and surrenders whom the Court seeks: from entry into force, that "
        "day included, whoever the person is, and whatever its law provides, as it is to have a law that allows it.",
    ),
    (
        "A notice of withdrawal is running",
        "Art. 127(1)",
        "It changes nothing yet. The State stays a full Party until the notice takes effect, one year after receipt or "
        "on a later day that it names; if the notice is taken back, nothing has changed at all.",
    ),
    (
        "The State has left",
        "Art. 127(2)",
        "What it owed goes on in investigations and proceedings that had begun before the day its withdrawal took "
        "effect. In those begun later it owes nothing. A preliminary examination is not yet an investigation; no "
        "decision on record says that it would be enough for this duty.",
    ),
    (
        "The State accepted jurisdiction",
        "Art. 12(3)",
        "Who accepts jurisdiction without being a Party cooperates in that matter under Part 9, without delay or "
        "exception. A declaration that was refused, or never acted on, obliges to nothing. Where it is contested "
        "whether it binds the State, so is the duty.",
    ),
    (
        "The Security Council decided",
        "Art. 13(b); S/RES/1593, S/RES/1970",
        "The Council obliged Sudan and the other parties to the conflict in Darfur, and the Libyan authorities, to "
        "cooperate fully with the Court. The duty rests on its decisions, and is about these situations alone. Other "
        "States that are no Party were urged, and not obliged.",
    ),
    (
        "No duty",
        "Art. 87(5)",
        "Any other State may cooperate, and the Court may invite it to; it need not.",
    ),
    (
        "Immunity",
        "Art. 27(2), 98(1)",
        "Office gives no immunity before the Court. Whether a Party may arrest the head of a State that is no "
        "Party is argued: several States say no. The judges have not accepted that, the Appeals Chamber in the matter "
        "of Jordan (2019) among them. It stands beside the answer and never lowers it.",
    ),
    (
        "Non-surrender agreements",
        "Art. 98(2)",
        "An agreement not to surrender is about persons of the other State. It changes nothing for anybody else; no "
        "person before the Court is known to be covered by one on record.",
    ),
    (
        "Who finds a failure",
        "Art. 87(5), 87(7)",
        "Only the judges find that a State failed to cooperate, and refer it to the Assembly or the Council. Without "
        "such a decision a visit is a reported fact, and so is a flight over a State: whether that calls for arrest is "
        "not settled. A decision can be set aside on appeal; it then no longer stands.",
    ),
)

RULES = {
    f"C{number}": Rule(f"C{number}", title, articles, says) for number, (title, articles, says) in enumerate(_TEXTS, 1)
}
"""Every rule by its id, `C1` to `C10`."""

EVERY_RULE = (*jurisdiction.RULES.values(), *RULES.values())
"""The rules of jurisdiction and of cooperation."""
