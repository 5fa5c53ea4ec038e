-- The processes beside this database, each by the name it was given. A beat is a number that grows while it lives: whether
-- it does, every node judges by its own clock.
create table core_node (
    name       VARCHAR(100) not null,
    started_at ${instant}   not null,
    beat       BIGINT       not null,
    constraint core_node_pk primary key (name)
);

create table core_node_module (
    node    VARCHAR(100) not null,
    module  VARCHAR(30)  not null,
    version VARCHAR(60)  not null,
    constraint core_node_module_pk primary key (node, module)
);
