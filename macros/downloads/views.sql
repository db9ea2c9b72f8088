-- Views of dossier.sqlite: what is asked most, joined. What each shows stands in macros/record/meanings.yml.

CREATE VIEW claims_now AS
SELECT claims.code, claims.id AS claim, claims.statement_en, claims.statement_ar, claims.topic,
       claims.computed_verdict AS verdict, claims.computed_confidence AS confidence, claims.computed_found AS found,
       claims.computed_drift AS drift, claims.computed_origins AS origins,
       claims_findings.note_en, claims_findings.note_ar
FROM claims JOIN claims_findings ON claims_findings.parent = claims.id
WHERE claims_findings.position = (SELECT max(position) FROM claims_findings AS dated WHERE dated.parent = claims.id)
ORDER BY claims.code;

CREATE VIEW chips_now AS
SELECT chips.id AS chip, chips.short_name, chips.vendor, chips.announced,
       chips.computed_total_processing_performance AS total_processing_performance,
       chips.computed_performance_density AS performance_density,
       memory.value AS memory_bandwidth, chips.computed_interconnect_bandwidth AS interconnect_bandwidth,
       chips.computed_status AS status
FROM chips LEFT JOIN chips_figures AS memory ON memory.parent = chips.id AND memory.name = 'memory_bandwidth'
ORDER BY chips.short_name;

CREATE VIEW dated AS
SELECT computed_dated AS date, 'rules' AS kind, id, computed_title_en AS title_en, computed_title_ar AS title_ar,
       computed_address_en AS address_en, computed_address_ar AS address_ar FROM rules WHERE computed_dated IS NOT NULL
UNION ALL
SELECT date, 'events', id, computed_title_en, computed_title_ar, computed_address_en, computed_address_ar FROM events
UNION ALL
SELECT date, 'corrections', id, computed_title_en, computed_title_ar, computed_address_en, computed_address_ar
FROM corrections
ORDER BY date, id;

CREATE VIEW numbers_of_chips AS
SELECT events.date, events.id AS event, events_quantities.kind, events_quantities.product,
       coalesce(value, low, above, at_most, below) AS number, high,
       CASE WHEN value IS NOT NULL THEN 'value' WHEN low IS NOT NULL THEN 'range' WHEN above IS NOT NULL THEN 'above'
            WHEN at_most IS NOT NULL THEN 'at_most' ELSE 'below' END AS given_as,
       buyer_en, buyer_ar, events.confidence
FROM events JOIN events_quantities ON events_quantities.parent = events.id
ORDER BY events.date, events.id, events_quantities.position;
