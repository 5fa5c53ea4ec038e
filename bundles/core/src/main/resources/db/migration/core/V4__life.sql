alter table core_tenant add column sandbox boolean default false not null;
alter table core_tenant add column suspended_at ${instant};
alter table core_tenant add column suspended_for varchar(500);

create table core_policy (
  tenant_id varchar(30) not null,
  id varchar(80) not null,
  product varchar(40) not null,
  version bigint not null,
  body ${text} not null,
  changed_at ${instant} not null,
  changed_by varchar(120) not null,
  constraint core_policy_pk primary key (tenant_id, id, product),
  constraint core_policy_tenant_fk foreign key (tenant_id) references core_tenant (id)
);

create table core_policy_version (
  tenant_id varchar(30) not null,
  id varchar(80) not null,
  product varchar(40) not null,
  version bigint not null,
  body ${text} not null,
  changed_at ${instant} not null,
  changed_by varchar(120) not null,
  constraint core_policy_version_pk primary key (tenant_id, id, product, version),
  constraint core_policy_version_policy_fk foreign key (tenant_id, id, product)
    references core_policy (tenant_id, id, product)
);
create index core_policy_version_newest on core_policy_version (tenant_id, id, product, version desc);

create table core_module_allowance (
  tenant_id varchar(30) not null,
  id varchar(30) not null,
  allowed_at ${instant} not null,
  allowed_by varchar(120) not null,
  constraint core_module_allowance_pk primary key (tenant_id, id),
  constraint core_module_allow_tenant_fk foreign key (tenant_id) references core_tenant (id)
);
