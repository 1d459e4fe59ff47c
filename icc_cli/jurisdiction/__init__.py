"""Could the Court exercise jurisdiction: the Statute's own rules, walked over the dataset.

    inputs      the question, and the refusal of a contradictory or impossible one
    facts       what the database says, as the rules need it
    crimes      what crimes are called: in Arts. 6 to 8, and as tokens
    trace       verdicts, steps and legal bases
    gates       J1 to J3, for everybody
    referral    J5 to J7 and J28: the Security Council
    acceptance  J9 to J13 and J18: what one connecting State accepted
    territory   J14 to J17: places, borders, ships, nationality
    amended     J19: crimes added by amendment
    aggression  J20 to J26
    notes       J27, J29, J30: what never changes the answer
    after       what a lawyer asks next
    combine     J4, J8 and the weighing of bases
    days        the days from which an answer can be otherwise
    answer      one day, a range of days, all crimes; what would change the answer
    ask         a question as typed, and its answers
    rules       each rule in plain words

No rule reads the clock or the terminal. What it knows comes from the dataset.
"""
