"""Views of `icc.db` named for people: what most would ask of the tables, already joined."""

SCHEMA = """
CREATE VIEW status_spans AS -- every status of every State; since is empty where it has no beginning, until where no end
  SELECT p.iso3, s.everyday AS state, s.region, p.status, nullif(p.since, '0001-01-01') AS since, p.until,
    p.act_id, p.projected
  FROM span p JOIN state s USING (iso3);
CREATE VIEW status_today AS -- where each State stands today, and the act on which that rests
  SELECT iso3, state, region, status, since, act_id, projected
  FROM status_spans
  WHERE coalesce(since, '') <= date('now', 'localtime') AND (until > date('now', 'localtime') OR until IS NULL);
CREATE VIEW parties_today AS -- the States Parties of today, those withdrawing among them; in_force: since when
  SELECT t.iso3, t.state, t.region, t.status, max(a.effect) AS in_force, t.projected
  FROM status_today t JOIN act a ON a.iso3 = t.iso3
    AND a.act IN ('ratification', 'acceptance', 'approval', 'accession', 'succession')
  WHERE t.status IN ('state-party', 'state-party-withdrawing')
  GROUP BY t.iso3;
CREATE VIEW acts AS -- every act with the names of its State or body and of its documents; referrals among them
  SELECT a.position, a.id, a.iso3, coalesce(s.everyday, a.body) AS who, a.region, a.act, a.done, a.effect, a.circulated,
    a.title, a.note, a.confidence, a.undoes,
    (SELECT group_concat(name, '; ') FROM (
      SELECT coalesce(d.symbol, d.title) AS name FROM source p JOIN document d ON d.key = p.document
      WHERE p.fact = a.id ORDER BY p.position)) AS documents
  FROM act a LEFT JOIN state s USING (iso3);
CREATE VIEW withdrawals AS -- every notice, unsigning and accession taken back, with its outcome by today
  SELECT a.id, a.iso3, a.who AS state, a.region, a.act, a.done AS notified, a.effect,
    CASE WHEN u.id IS NOT NULL THEN 'rescinded'
      WHEN a.act = 'no-intent-declaration' THEN 'unsigned'
      WHEN a.act = 'instrument-withdrawn' THEN 'accession-withdrawn'
      WHEN a.effect <= date('now', 'localtime') THEN 'left'
      ELSE 'pending' END AS outcome,
    CASE WHEN u.id IS NOT NULL THEN u.done
      WHEN a.act = 'no-intent-declaration' THEN a.done
      WHEN a.act = 'instrument-withdrawn' THEN coalesce(a.effect, a.done)
      WHEN a.effect <= date('now', 'localtime') THEN a.effect END AS outcome_date,
    a.confidence, a.documents
  FROM acts a LEFT JOIN act u ON u.undoes = a.id AND u.happened <= date('now', 'localtime')
  WHERE a.act IN ('withdrawal-notice', 'no-intent-declaration', 'instrument-withdrawn')
    AND a.done <= date('now', 'localtime')
  ORDER BY a.position;
CREATE VIEW open_situations AS -- investigations and examinations that were not closed by today, with their States
  SELECT o.id, o.kind, o.name, o.region, o.trigger, o.opened,
    (SELECT group_concat(iso3, ' ') FROM (
      SELECT iso3 FROM situation_state WHERE situation = o.id ORDER BY position)) AS states
  FROM situation o
  WHERE o.opened <= date('now', 'localtime') AND (o.closed IS NULL OR o.closed > date('now', 'localtime'))
  ORDER BY o.position;
CREATE VIEW case_steps AS -- every step in a person's case that is public by today, with names and documents
  SELECT r.id, r.person, p.name, p.nationality, r.situation, r.case_number, r.kind, r.done, r.not_after, r.public,
    r.public_by, s.everyday AS state, r.crimes, r.detail, r.note, r.confidence,
    (SELECT group_concat(name, '; ') FROM (
      SELECT coalesce(d.symbol, d.title) AS name FROM source q JOIN document d ON d.key = q.document
      WHERE q.fact = r.id ORDER BY q.position)) AS documents
  FROM proceeding r JOIN person p ON p.id = r.person LEFT JOIN state s USING (iso3)
  WHERE r.public <= date('now', 'localtime')
  ORDER BY r.position;
CREATE VIEW warrants AS -- every warrant and summons public by today: whether executed since, or its case at an end
  SELECT w.id, w.person, w.name, w.nationality, w.situation, w.case_number,
    iif(w.kind = 'summons', 'summons', 'warrant') AS instrument, w.done AS issued, w.public, w.public_by,
    (SELECT min(coalesce(n.done, n.not_after)) FROM case_steps n
      WHERE n.person = w.person AND n.case_number IS w.case_number AND coalesce(n.done, n.not_after) >= w.done
      AND n.kind IN ('surrendered', 'appeared')) AS executed,
    (SELECT min(coalesce(n.done, n.not_after)) FROM case_steps n
      WHERE n.person = w.person AND n.case_number IS w.case_number AND coalesce(n.done, n.not_after) >= w.done
      AND n.kind IN ('proceedings-terminated', 'warrant-withdrawn', 'warrant-cancelled', 'case-inadmissible',
        'charges-not-confirmed', 'acquitted')) AS ended,
    w.crimes, w.confidence, w.documents
  FROM case_steps w
  WHERE w.kind IN ('warrant-issued', 'summons');
CREATE VIEW noncompliance AS -- every decision on a State's cooperation made by today, and the later one about it
  SELECT c.id, c.iso3, s.everyday AS state, c.ruling, c.done, c.not_after, c.symbol, c.chamber, c.persons, c.about,
    c.referred_to, c.of, (SELECT l.id FROM decision l WHERE l.of = c.id AND l.public <= date('now', 'localtime')
      ORDER BY l.position DESC) AS later, c.note, c.confidence
  FROM decision c JOIN state s USING (iso3)
  WHERE c.public <= date('now', 'localtime')
  ORDER BY c.position;
CREATE VIEW cooperation_agreements AS -- agreements on cooperation known by today, with the names of their States
  SELECT a.id, a.iso3, s.everyday AS state, a.kind, o.everyday AS with_state, a.signed, a.known_by, a.in_force,
    a.person, a.note, a.confidence
  FROM pact a JOIN state s USING (iso3) LEFT JOIN state o ON o.iso3 = a.with_state
  WHERE a.public <= date('now', 'localtime')
  ORDER BY a.position;
"""
