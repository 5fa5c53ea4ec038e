-- Whether anything waits for an old event is asked of each, before it is removed.
create index core_delivery_event on core_delivery (tenant_id, event_id);
