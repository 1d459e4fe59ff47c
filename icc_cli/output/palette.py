"""Colour means status, and only status. Okabe and Ito's palette, told apart with any kind of colour vision."""

STATUS = {
    "not-yet-a-state": "#999999",
    "non-signatory": "#999999",
    "signatory": "#0072B2",
    "signatory-no-intent": "#CC79A7",
    "contracting-state": "#56B4E9",
    "state-party": "#009E73",
    "state-party-withdrawing": "#E69F00",
    "former-party": "#D55E00",
}

SIGN = {
    "not-yet-a-state": "·",
    "non-signatory": "·",
    "signatory": "◇",
    "signatory-no-intent": "◆",
    "contracting-state": "○",
    "state-party": "●",
    "state-party-withdrawing": "◐",
    "former-party": "✕",
}
"""A sign for each status, so that nothing rests on colour alone."""
