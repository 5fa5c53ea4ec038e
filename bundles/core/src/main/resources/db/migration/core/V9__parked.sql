-- Parked rows (no due_at, but failed attempts) are found without reading those that are done.
drop index core_delivery_due;
create index core_delivery_due on core_delivery (due_at, due_attempts);
drop index core_module_state_due;
create index core_module_state_due on core_module_state (due_at, due_attempts);
drop index core_file_due;
create index core_file_due on core_file (due_at, due_attempts);
