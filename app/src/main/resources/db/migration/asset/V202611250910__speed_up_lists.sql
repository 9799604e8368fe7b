-- Lists of 100,000 systems, measured (BENCHMARKS.md).

-- One direction for both columns: read forwards or backwards it serves either order.
drop index asset.system_by_importance;
create index system_by_importance on asset.system (importance, id);

-- What lists are narrowed by, so that counting reads no rows. Only leakproof operators may use it under row-level
-- security: equality, comparison of days, is null.
create index system_counted on asset.system
    (institution_id, retired_on, importance, kind, exposure, owner_post_id, confirmed_on);
