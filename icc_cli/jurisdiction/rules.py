"""Each rule in plain words, once: for `--explain` and for docs/jurisdiction.md. Its documents are in the dataset."""

from icc_cli.queries.acts import Source
from icc_cli.treaty.fields import Fields


class Rule(Fields, kw_only=False):
    """A rule, of jurisdiction or of cooperation: what it says, and the articles it rests on."""

    rule: str
    title: str
    articles: str
    """The articles it rests on, in words."""
    says: str
    """What the rule says."""


class RuleWithSources(Rule):
    """A rule, of jurisdiction or of cooperation: what it says, its articles, its authorities."""

    sources: tuple[Source, ...]


_TEXTS: tuple[tuple[str, str, str], ...] = (
    (
        "The crime",
        "Art. 5, 70; Rules 163(2), 164(2)",
        "Genocide, crimes against humanity, war crimes and aggression, and nothing else: terrorism, drugs and "
        "piracy as such are outside. What Arts. 6 to 8 list (torture, apartheid, deportation) is within one of the "
        "four. Offences against the administration of justice (Art. 70) stand apart: "
        "they need no link to a State Party, and can be prosecuted for five years unless a proceeding had begun.",
    ),
    (
        "The person",
        "Art. 25(1), 26",
        "Only natural persons, and only those of 18 or more on the day of the conduct. A company cannot be "
        "judged; one who was a child earlier and an adult on the day can. An age given for a range is that on its "
        "first day. This holds for referrals by the Council too.",
    ),
    (
        "The floor",
        "Art. 11(1), 24(1), 29, 126(1)",
        "Nothing before 1 July 2002, whatever a declaration or the Council says; that day counts. Of a crime that "
        "goes on, such as detention, only the part from the first covered day; of an enforced disappearance the "
        "attack, too, must be later (Elements of Crimes). There is no later time limit.",
    ),
    (
        "Which way to go",
        "Art. 12, 13, 15 bis, 15 ter",
        "Aggression has rules of its own (J20 to J26). For the other crimes the Council's referrals are looked at "
        "first, then every State with a link; the best result wins, and every basis is told.",
    ),
    (
        "Referral by the Security Council",
        "Art. 13(b), 22(1)",
        "A referral under Chapter VII stands in for every acceptance, within the situation referred: Darfur from "
        "1 July 2002 (resolution 1593), Libya from 15 February 2011 (resolution 1970). They are looked up by "
        "place and day. Conduct many years later or of another conflict needs a sufficient link: a caveat. For "
        "conduct before the resolution the act must have been foreseeable as a crime. Elsewhere in Sudan the "
        "words do not reach. What nationals of Sudan or Libya do abroad is contested: the Court's pages name them "
        "beside the place.",
    ),
    (
        "Carve-outs",
        "S/RES/1593 para. 6, S/RES/1970 para. 6, S/RES/1497 para. 7",
        "The Council put personnel of States that are no Party, in operations it set up or authorised in Sudan, "
        "Libya and Liberia, under their own State alone. No Chamber has ruled whether it can: contested. It also "
        "lowers a basis by territory there. Nationals of Parties are not touched, nor people outside such "
        "operations.",
    ),
    (
        "Parallel bases",
        "Art. 12, 13(b)",
        "A referral does not cancel other bases: Libya has accepted jurisdiction itself since, and a Party's "
        "nationals stay covered.",
    ),
    (
        "Connecting States",
        "Art. 12(2)",
        "The State on whose territory the conduct occurred, that of registration of the ship or aircraft, and "
        "that of nationality of the accused. One is enough; no other State need agree. The victims' nationality "
        "never counts.",
    ),
    (
        "Party on the day",
        "Art. 11(2), 12(1), 126",
        "A Party accepts the crimes of Art. 5 from entry into force, that day included: 1 July 2002 for the first "
        "sixty, later the first day of the month after the sixtieth day from deposit. Before independence the "
        "State counts to which the territory belonged: Montenegro to Serbia and Montenegro, South Sudan to Sudan.",
    ),
    (
        "Declaration under Article 12(3)",
        "Art. 11(2), 12(3), 22(1); Rule 44(2)",
        "A State that is no Party can accept jurisdiction, also for the past down to J3; a Party for the time "
        "before entry into force. It counts from the day it is lodged, for the time and place it names, if it "
        "comes from the State. It covers everybody: a text that names one side or fewer crimes shields nobody, "
        "but asking about a crime it does not name is a caveat. Who speaks for the State may be contested. It is "
        "no trigger; that it never reaches aggression is the usual reading of Art. 15 bis(5), on which no judge has "
        "ruled. Where it names acts on territory, ships and aircraft are contested: Art. 12(2)(a) names registration "
        "apart. It always serves a letter of Art. 12(2).",
    ),
    (
        "What is no acceptance",
        "Art. 12; VCLT Art. 18",
        "A signature, a law that was not deposited, an instrument taken back before entry into force (Malaysia), "
        "an announcement.",
    ),
    (
        "Withdrawal",
        "Art. 127(1)",
        "It takes effect one year after the Secretary-General receives the notice, or on a later day that the notice "
        "names; that day is outside. In between the State is a full Party. A notice taken back in time counts as "
        "never given. Future days assume that it stands.",
    ),
    (
        "The Court acts after the State has left",
        "Art. 127(2)",
        "For conduct while it was a Party. What was already under consideration (a public preliminary examination "
        "is enough, and the Prosecutor is part of the Court) goes on: a caveat. It must be the situation's own "
        "time, crimes and place; nationals abroad only where the decision says so, as for Burundi; ships and aircraft "
        "not where it names a territory. If nothing was under consideration in time, the decisions point in two "
        "directions: those on Burundi (2017) and the Philippines (2021) set no such limit, while two of five judges "
        "dissenting on 18 July 2023, and the judgments of 23 October 2025 and 22 April 2026, ask that the State be a "
        "Party when the Court acts, save for Art. 127(2). So contested, leaning to no. Before the State leaves: yes.",
    ),
    (
        "Which territory",
        "Art. 12(2)(a), 19(2); VCLT Art. 29",
        "The State's own territory, its sea and air, whoever controls it. Crimea is treated as Ukraine's by the "
        "Prosecutor (2016), South Ossetia as Georgia's by a Chamber (2016); Gaza, the West Bank and East Jerusalem as "
        "Palestine's by a Chamber's majority (2021), for jurisdiction alone, with a challenge pending and limits under "
        "the Oslo agreements argued. "
        "Where the same reasoning applies without a ruling: a caveat; where States disagree on whose it is: "
        "contested. Declarations on territory count (Greenland, Faroe Islands, Tokelau, British territories). An "
        "economic zone is not territory. A State that keeps a territory out still answers for its nationals "
        "there, with a caveat.",
    ),
    (
        "Across a border",
        "Art. 12(2)(a)",
        "One element of the crime on covered territory is enough, as for deportation from Myanmar to Bangladesh: "
        "a caveat, as only such crimes are covered. Fire that lands on covered territory is conduct there. Later "
        "effects, or refugees' presence, are not. A link that the Prosecutor has examined and refused is "
        "contested.",
    ),
    (
        "Ships and aircraft",
        "Art. 12(2)(a)",
        "Registration counts as territory for acts on board; in another State's territory, with a caveat; under a "
        "declaration for acts on territory, contested. An "
        "aircraft over a covered State is covered by that State too.",
    ),
    (
        "Nationality",
        "Art. 12(2)(b)",
        "A Party's national is covered anywhere; with several nationalities one Party is enough. The day of the "
        "conduct is taken to decide, though no ruling is known. Niueans and Cook Islanders are nationals of New "
        "Zealand; people of Kosovo are treated as its territory is. A stateless person has no such link.",
    ),
    (
        "Article 124",
        "Art. 124",
        "On joining, a State could keep its nationals and territory out for war crimes for seven years (Colombia, "
        "France). Ukraine named its nationals only: Ukrainians on Ukrainian soil are contested, others covered. "
        "Where another State's acceptance is left beside one so removed: contested. Other crimes, and referrals, "
        "are never touched. Whether it keeps out ships and aircraft is contested. "
        "The deletion of Art. 124 (2015) is not in force.",
    ),
    (
        "Crimes added by amendment",
        "Art. 121(5), 22(1); VCLT Art. 40(5)",
        "They bind a Party one year after its own deposit. If the accused is a national of, or the act was on the "
        "territory of, a Party that has not accepted: no. A State that is no Party on either side, or one that "
        "joined later and accepted nothing: contested. What the text of 1998 already has needs no amendment, such "
        "as starvation in an international conflict (Art. 8(2)(b)(xxv)).",
    ),
    (
        "Aggression: leaders",
        "Art. 8 bis, 25(3 bis)",
        "Only who could effectively control or direct the political or military action of a State. If it is not "
        "said which State attacked, it is taken to be that of nationality; where there are two and it matters: "
        "contested.",
    ),
    (
        "Aggression: since when",
        "Art. 15 bis(2)-(3), 15 ter(2)-(3)",
        "Not before 17 July 2018, from which the Assembly activated it.",
    ),
    (
        "Aggression: referral",
        "Art. 15 ter",
        "A referral by the Council reaches any State, Party or not, accepted or not. Whether those of 2005 and "
        "2011 reach aggression is undecided: contested.",
    ),
    (
        "Aggression: both must be Parties",
        "Art. 15 bis(4)-(5)",
        "Without a referral, aggressor and attacked State must be Parties on the day, and so must every State of "
        "which the accused is a national: a second nationality opens nothing. That a declaration under Art. 12(3) does "
        "not help is the usual reading; no judge has ruled.",
    ),
    (
        "Aggression: opting out",
        "Art. 15 bis(4)",
        "A Party that had declared beforehand that it does not accept is left out as aggressor; it is not left "
        "out as victim.",
    ),
    (
        "Aggression: who accepted",
        "Art. 15 bis(4), 121(5)",
        "All concerned accepted and a year has passed: yes. Only some: contested, as the Assembly reads it narrowly "
        "and others widely; leans no. None: no. What leaves out the territory attacked does not count there.",
    ),
    (
        "Aggression: further steps",
        "Art. 15 bis(6)-(9), 15 ter(4)",
        "Without a referral by the Council the Prosecutor ascertains whether it has found an act of aggression and "
        "notifies the Secretary-General. A finding is enough; without one, six months later, with leave of "
        "the Pre-Trial Division, unless the Council stops it under Art. 16. No finding of another body binds the "
        "Court. On a referral by the Council that alone applies (Art. 15 ter(4)). The review of 2025 changed nothing.",
    ),
    (
        "A trigger is needed",
        "Art. 13, 14, 15",
        "Jurisdiction alone opens nothing: a Party refers, the Council refers, or the Prosecutor goes ahead with "
        "the judges' leave. A declaration under Art. 12(3) is no trigger. An "
        "investigation counts as open there only if it covers the crime, the place and the day.",
    ),
    (
        "Deferral",
        "Art. 16",
        "The Council can stop an investigation or prosecution for twelve months; jurisdiction stays: a caveat "
        "while it runs. Resolutions 1422 and 1487 were for personnel of non-Parties in UN operations, 2002 to "
        "2004.",
    ),
    (
        "What does not matter",
        "Art. 27, 98, 120",
        "Office held and immunities are no bar to jurisdiction (Art. 27). That no immunity stands against arrest was "
        "held in Jordan (2019) and Mongolia (2024), and is contested by several States for officials of non-Parties "
        "(Art. 98(1)): a question of arrest. Nor do bilateral surrender agreements, reservations and interpretative "
        "declarations, amnesties, or lack of control over territory matter.",
    ),
    (
        "What is not decided here",
        "Art. 17, 19, 20, 53",
        "Admissibility (complementarity, gravity, double jeopardy), the interests of justice, the elements and "
        "the evidence. Challenges to jurisdiction stay possible.",
    ),
)

RULES = {f"J{number}": Rule(f"J{number}", *text) for number, text in enumerate(_TEXTS, 1)}
"""Every rule by its id, `J1` to `J30`."""
