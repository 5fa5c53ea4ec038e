package org.bottega.persistence.guard;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.update.Update;

/** Finds the queries inside the expressions of one block, without descending into them. */
final class InnerSelects extends ExpressionVisitorAdapter<Void> {

    private final List<Select> found = new ArrayList<>();

    private InnerSelects() {}

    static List<Select> of(PlainSelect select) {
        InnerSelects finder = new InnerSelects();
        select.getSelectItems().forEach(item -> finder.look(item.getExpression()));
        if (select.getJoins() != null) {
            select.getJoins().forEach(join -> join.getOnExpressions().forEach(finder::look));
        }
        finder.look(select.getWhere());
        finder.look(select.getHaving());
        return finder.found;
    }

    static List<Select> of(Update update) {
        InnerSelects finder = new InnerSelects();
        update.getUpdateSets().forEach(set -> set.getValues().forEach(finder::look));
        finder.look(update.getWhere());
        return finder.found;
    }

    static List<Select> of(Delete delete) {
        InnerSelects finder = new InnerSelects();
        finder.look(delete.getWhere());
        return finder.found;
    }

    private void look(Expression expression) {
        if (expression != null) {
            expression.accept(this, null);
        }
    }

    @Override
    public <S> Void visit(ParenthesedSelect select, S context) {
        found.add(select.getSelect());
        return null;
    }

    @Override
    public <S> Void visit(Select select, S context) {
        found.add(select);
        return null;
    }
}
