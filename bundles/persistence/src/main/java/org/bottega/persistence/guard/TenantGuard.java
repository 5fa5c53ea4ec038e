package org.bottega.persistence.guard;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;

/**
 * Refuses statements of a unit that do not bind {@code tenant_id} on every tenant table they touch, in every query block.
 * Each distinct statement is parsed once.
 */
public final class TenantGuard {
    private static final int MOST_REMEMBERED = 5_000;
    /** It could make row-level security take this for another tenant's transaction. */
    private static final Pattern SETTING = Pattern.compile("(?i)set_config");

    private static final Pattern SELECT = Pattern.compile("(?i)\\bselect\\b");
    private static final Pattern DERBY_ISOLATION = Pattern.compile("(?i)\\s+with\\s+(rr|rs|cs|ur)\\s*$");

    private final Tables tables;
    private final Map<String, Set<Integer>> checked = new ConcurrentHashMap<>();

    public TenantGuard(Tables tables) {
        this.tables = tables;
    }

    /**
     * Which parameters of the statement must be the tenant, counted from 1; empty for statements on platform tables.
     *
     * @throws StatementRefused when the statement is not bound to a tenant
     */
    Set<Integer> tenantParameters(String sql) {
        Set<Integer> known = checked.get(sql);
        if (known != null) {
            return known;
        }
        Set<Integer> found = check(sql);
        if (checked.size() >= MOST_REMEMBERED) {
            checked.clear();
        }
        checked.put(sql, found);
        return found;
    }

    private Set<Integer> check(String sql) {
        Set<Integer> parameters = new TreeSet<>();
        if (SETTING.matcher(sql).find()) {
            throw new StatementRefused("settings are the platform's: " + sql);
        }
        Statement statement = parse(sql);
        BlockCheck blocks = new BlockCheck(tables, parameters);
        if (statement instanceof Select select) {
            blocks.select(select, Set.of());
        } else if (statement instanceof Update update) {
            checkSets(update);
            blocks.update(update);
        } else if (statement instanceof Delete delete) {
            blocks.delete(delete);
        } else if (statement instanceof Insert insert) {
            checkInsert(insert, parameters);
        } else {
            throw new StatementRefused("only select, insert, update and delete are allowed: " + sql);
        }
        if (blocks.selectsSeen() != count(SELECT, sql)) {
            throw new StatementRefused("a query hides in the statement: " + sql);
        }
        return Set.copyOf(parameters);
    }

    private static long count(Pattern word, String sql) {
        return word.matcher(sql).results().count();
    }

    private static Statement parse(String sql) {
        try {
            return CCJSqlParserUtil.parse(DERBY_ISOLATION.matcher(sql).replaceFirst(""));
        } catch (JSQLParserException e) {
            throw new StatementRefused("the statement cannot be checked: " + sql, e);
        }
    }

    private static void checkSets(Update update) {
        for (UpdateSet set : update.getUpdateSets()) {
            for (Column column : set.getColumns()) {
                if (BlockCheck.isTenantColumn(column)) {
                    throw new StatementRefused("a row cannot change its tenant: " + update);
                }
            }
        }
    }

    private void checkInsert(Insert insert, Set<Integer> parameters) {
        if (!tables.isTenantTable(insert.getTable().getName())) {
            return;
        }
        if (insert.getColumns() == null
                || insert.getConflictAction() != null
                || !(insert.getSelect() instanceof Values given)) {
            throw new StatementRefused("an insert names its columns and gives values: " + insert);
        }
        int position = -1;
        for (int i = 0; i < insert.getColumns().size(); i++) {
            if (BlockCheck.isTenantColumn(insert.getColumns().get(i))) {
                position = i;
            }
        }
        var values = given.getExpressions();
        if (position < 0
                || values.size() != insert.getColumns().size()
                || !(values.get(position) instanceof JdbcParameter parameter)) {
            throw new StatementRefused("an insert binds tenant_id: " + insert);
        }
        parameters.add(parameter.getIndex());
    }
}
