-- Read by time, by thing, and by the people of one seller.
create index core_audit_time on core_audit (tenant_id, happened_at desc, id desc);
create index core_audit_subject on core_audit (tenant_id, subject, happened_at desc, id desc);
create index core_audit_seller on core_audit (tenant_id, seller_id, happened_at desc, id desc);
drop index core_audit_newest;
