"""Other words that people use for those of the closed vocabularies, in the form that `naming.to_token` gives them."""

REGION = {
    "africa": "African",
    "asia": "Asia-Pacific",
    "asian": "Asia-Pacific",
    "pacific": "Asia-Pacific",
    "eastern-europe": "Eastern European",
    "latin-america": "GRULAC",
    "latin-american": "GRULAC",
    "caribbean": "GRULAC",
    "western-europe": "WEOG",
    "western-european": "WEOG",
    "western": "WEOG",
}
OUTCOME = {
    "notice-withdrawn": "rescinded",
    "taken-back": "rescinded",
    "withdrawn": "left",
    "leaves": "pending",
    "will-not-join": "unsigned",
    "signature-disowned": "unsigned",
    "no-intent": "unsigned",
    "accession-undone": "accession-withdrawn",
}
"""Outcomes of withdrawals by the words of the table."""
SUPPOSED = {
    "withdraws": "withdrawal-notice",
    "withdrawal": "withdrawal-notice",
    "leaves": "withdrawal-notice",
    "notice": "withdrawal-notice",
    "notice-withdrawn": "withdrawal-rescinded",
    "rescinds": "withdrawal-rescinded",
    "stays": "withdrawal-rescinded",
    "ratifies": "ratification",
    "accedes": "accession",
    "disowns": "no-intent-declaration",
    "accepts": "article-12-3-declaration",
    "article-12-3": "article-12-3-declaration",
    "article-124": "article-124-declaration",
    "consents": "amendment-consent",
}
"""Acts that may be supposed, by the verbs that people use."""
SITUATION_KIND = {"investigation": "situation"}
