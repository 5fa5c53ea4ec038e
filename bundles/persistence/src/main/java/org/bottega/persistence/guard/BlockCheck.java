package org.bottega.persistence.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.update.Update;

/**
 * Checks query blocks: in each, every tenant table is tied to the tenant by a condition that cannot be got around, which is
 * {@code tenant_id = ?} or {@code tenant_id =} that of a table already tied, joined to the others by {@code and}.
 */
final class BlockCheck {

    private final Tables tables;
    private final Set<Integer> parameters;
    private int selectsSeen;

    BlockCheck(Tables tables, Set<Integer> parameters) {
        this.tables = tables;
        this.parameters = parameters;
    }

    static boolean isTenantColumn(Column column) {
        return "tenant_id".equalsIgnoreCase(column.getColumnName().replace("\"", ""));
    }

    void select(Select select, Set<String> outer) {
        if (select.getWithItemsList() != null && !select.getWithItemsList().isEmpty()) {
            throw new StatementRefused("with-queries are not allowed: " + select);
        }
        if (select instanceof PlainSelect plain) {
            plain(plain, outer);
        } else if (select instanceof SetOperationList union) {
            union.getSelects().forEach(part -> select(part, outer));
        } else if (select instanceof ParenthesedSelect inner) {
            select(inner.getSelect(), outer);
        } else {
            throw new StatementRefused("this kind of query is not allowed: " + select);
        }
    }

    /** How many query blocks were checked. */
    int selectsSeen() {
        return selectsSeen;
    }

    private void plain(PlainSelect select, Set<String> outer) {
        selectsSeen++;
        List<FromItem> items = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        if (select.getFromItem() != null) {
            items.add(select.getFromItem());
        }
        if (select.getJoins() != null) {
            for (Join join : select.getJoins()) {
                if (join.isRight() || join.isFull() || !join.getUsingColumns().isEmpty()) {
                    throw new StatementRefused("only inner and left joins with on are allowed: " + select);
                }
                items.add(join.getFromItem());
                String limits = join.isLeft() && join.getFromItem() instanceof Table right ? alias(right) : null;
                join.getOnExpressions().forEach(on -> conditions.add(new Condition(on, limits)));
            }
        }
        conditions.add(new Condition(select.getWhere(), null));
        block(items, conditions, outer);
        InnerSelects.of(select).forEach(inner -> select(inner, scope(items, outer)));
    }

    /** A conjunction; the one of a left join limits the rows of the joined table only. */
    private record Condition(Expression expression, String limits) {}

    /** Aliases that an inner query may tie itself to: all of them were checked before. */
    private Set<String> scope(List<FromItem> items, Set<String> outer) {
        Set<String> scope = new HashSet<>(outer);
        for (FromItem item : items) {
            if (item instanceof Table table && tables.isTenantTable(table.getName())) {
                scope.add(alias(table));
            }
        }
        return scope;
    }

    void update(Update update) {
        if (update.getFromItem() != null || !isEmpty(update.getJoins()) || !isEmpty(update.getStartJoins())) {
            throw new StatementRefused("an update names one table: " + update);
        }
        block(List.of(update.getTable()), List.of(new Condition(update.getWhere(), null)), Set.of());
        InnerSelects.of(update).forEach(inner -> select(inner, scope(List.of(update.getTable()), Set.of())));
    }

    void delete(Delete delete) {
        if (!isEmpty(delete.getJoins()) || !isEmpty(delete.getUsingList()) || !isEmpty(delete.getTables())) {
            throw new StatementRefused("a delete names one table: " + delete);
        }
        block(List.of(delete.getTable()), List.of(new Condition(delete.getWhere(), null)), Set.of());
        InnerSelects.of(delete).forEach(inner -> select(inner, scope(List.of(delete.getTable()), Set.of())));
    }

    private void block(List<FromItem> items, List<Condition> conditions, Set<String> outer) {
        Set<String> open = new HashSet<>();
        for (FromItem item : items) {
            if (item instanceof Table table) {
                if (tables.isTenantTable(table.getName())) {
                    open.add(alias(table));
                }
            } else if (item instanceof ParenthesedSelect inner) {
                select(inner.getSelect(), Set.of());
            } else {
                throw new StatementRefused("this source of rows is not allowed: " + item);
            }
        }
        Ties ties = new Ties(items.size() == 1 && items.get(0) instanceof Table only ? alias(only) : null);
        conditions.forEach(condition -> ties.collect(condition.expression(), condition.limits()));
        open.removeAll(ties.closure(outer));
        if (!open.isEmpty()) {
            throw new StatementRefused("tenant_id is not bound for " + open);
        }
    }

    private static boolean isEmpty(Collection<?> parts) {
        return parts == null || parts.isEmpty();
    }

    private static String alias(Table table) {
        String name =
                table.getAlias() == null ? table.getName() : table.getAlias().getName();
        return name.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    /** Which tables of a block a conjunction ties to the tenant. */
    private final class Ties {
        private final String onlyTable;
        private final Map<String, Set<String>> equal = new HashMap<>();
        private final Set<String> bound = new HashSet<>();

        Ties(String onlyTable) {
            this.onlyTable = onlyTable;
        }

        void collect(Expression condition, String limits) {
            if (condition instanceof AndExpression and) {
                collect(and.getLeftExpression(), limits);
                collect(and.getRightExpression(), limits);
            } else if (condition instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
                collect(list.get(0), limits);
            } else if (condition instanceof EqualsTo equals) {
                tie(equals.getLeftExpression(), equals.getRightExpression(), limits);
                tie(equals.getRightExpression(), equals.getLeftExpression(), limits);
            }
        }

        private void tie(Expression left, Expression right, String limits) {
            if (left instanceof Column column
                    && isTenantColumn(column)
                    && (limits == null || limits.equals(owner(column)))) {
                if (right instanceof JdbcParameter parameter) {
                    bound.add(owner(column));
                    parameters.add(parameter.getIndex());
                } else if (right instanceof Column other && isTenantColumn(other)) {
                    equal.computeIfAbsent(owner(column), k -> new HashSet<>()).add(owner(other));
                }
            }
        }

        private String owner(Column column) {
            if (column.getTable() != null && column.getTable().getName() != null) {
                return alias(column.getTable());
            }
            if (onlyTable == null) {
                throw new StatementRefused("tenant_id needs its table's alias: " + column);
            }
            return onlyTable;
        }

        Set<String> closure(Collection<String> outer) {
            Set<String> tied = new HashSet<>(bound);
            Set<String> known = new HashSet<>(bound);
            known.addAll(outer);
            for (boolean more = true; more; ) {
                more = false;
                for (var entry : equal.entrySet()) {
                    if (entry.getValue().stream().anyMatch(known::contains) && known.add(entry.getKey())) {
                        more = tied.add(entry.getKey());
                    }
                }
            }
            return tied;
        }
    }
}
