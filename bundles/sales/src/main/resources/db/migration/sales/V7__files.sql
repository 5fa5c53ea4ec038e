-- What buyers of a product may download. id is the product's.
create table sales_product_file (
    tenant_id VARCHAR(30) not null,
    id        VARCHAR(26) not null,
    seller_id VARCHAR(30) not null,
    file_id   VARCHAR(26) not null,
    constraint sales_product_file_pk primary key (tenant_id, id),
    constraint sales_product_file_product_fk foreign key (tenant_id, id) references sales_product (tenant_id, id)
);
