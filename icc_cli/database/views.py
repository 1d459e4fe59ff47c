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
"""
