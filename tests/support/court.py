"""A person before the Court and a State's cooperation, to spoil: Rupert of Hentzau, in the small dataset."""

PERSON = "persons/hentzau.yaml"
COOPERATION = "cooperation.yaml"

HENTZAU = """\
id: hentzau
name: Rupert of Hentzau
also: [Count Hentzau]
nationality: GRA
role: Commander
situation: strelsau
cases: [ICC-01/99-01/05]
sources: [status-page]

proceedings:
  - id: hentzau-2005-03-01-warrant-issued
    kind: warrant-issued
    done: 2005-03-01
    crimes: [war-crimes]
    sources: [status-page]

  - id: hentzau-2005-03-10-arrested
    kind: arrested
    done: 2005-03-10
    state: RUR
    sources: [status-page]

  - id: hentzau-2005-04-01-warrant-unsealed
    kind: warrant-unsealed
    done: 2005-04-01
    sources: [status-page]

  - id: hentzau-2005-04-02-surrendered
    kind: surrendered
    done: 2005-04-02
    state: RUR
    sources: [status-page]

  - id: hentzau-2005-04-05-appeared
    kind: appeared
    done: 2005-04-05
    sources: [status-page]

  - id: hentzau-2006-01-01-charges-confirmed
    kind: charges-confirmed
    done: 2006-01-01
    sources: [status-page]

  - id: hentzau-2007-01-01-trial-opened
    kind: trial-opened
    done: 2007-01-01
    sources: [status-page]

  - id: hentzau-2008-01-01-convicted
    kind: convicted
    done: 2008-01-01
    sources: [status-page]

  - id: hentzau-2008-02-01-sentenced
    kind: sentenced
    done: 2008-02-01
    detail: 10 years
    sources: [status-page]

  - id: hentzau-2009-01-01-transferred-to-serve
    kind: transferred-to-serve
    done: 2009-01-01
    state: RUR
    sources: [status-page]
"""

STRELSAU = """\
decisions:
  - id: rur-2005-06-01-found
    state: RUR
    ruling: found
    done: 2005-06-01
    symbol: ICC-01/99-7
    chamber: Pre-Trial Chamber I
    persons: [hentzau]
    about: a visit
    visits: [hentzau-rur-2005-03-05]
    referred-to: [assembly]
    sources: [status-page]

  - id: rur-2006-06-01-upheld
    state: RUR
    ruling: upheld
    done: 2006-06-01
    chamber: Appeals Chamber
    persons: [hentzau]
    of: rur-2005-06-01-found
    sources: [status-page]

agreements:
  - id: rur-sentences
    state: RUR
    kind: sentences
    signed: 2008-05-01
    in-force: 2008-06-01
    sources: [status-page]

non-surrender:
  - id: gra-non-surrender
    state: GRA
    kind: non-surrender
    with: RUR
    known-by: 2003-06-12
    sources: [status-page]

visits:
  - id: hentzau-rur-2005-03-05
    person: hentzau
    state: RUR
    kind: visit
    from: 2005-03-05
    to: 2005-03-06
    outcome: not arrested
    sources: [status-page]

laws:
  - id: rur-law
    state: RUR
    provision: yes
    title: Act on cooperation
    known-by: 2004-01-01
    sources: [status-page]
"""
