"""What a State owes the Court on a day: duties to cooperate (Part 9), walked over the dataset rule by rule.

    trace    duties, verdicts, steps
    facts    what the database says of a State, a person and a day, as the rules need it
    duties   C1 to C7: whether anybody is sought, and what obliges the State
    notes    C8 to C10 and the limits: what never changes the answer, and what the answer is not
    answer   the answer for a State, or for every State
    rules    each rule in plain words

No rule reads the clock or the terminal. What it knows comes from the dataset, as known on the day asked about.
"""
