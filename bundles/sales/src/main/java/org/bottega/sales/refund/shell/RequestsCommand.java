package org.bottega.sales.refund.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.sales.imports.shell.SellerNames;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestFilter;
import org.bottega.sales.refund.RefundRequestFilter.Sort;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.RefundRequests;
import org.bottega.sales.shell.SalesCommand;

/** {@code sales:refund-requests}. */
@Service
@Command(
        scope = "sales",
        name = "refund-requests",
        description = "Lists refund requests",
        detailedDescription =
                """
                Lists what buyers, and sellers for them, asked to be given back: the newest first, or with --due what is to
                be answered soonest. All filters that are given must hold. Changes nothing.

                  sales:refund-requests --tenant acme --state OPEN --due
                  sales:refund-requests --tenant acme --seller anna --json""")
public final class RequestsCommand extends SalesCommand {

    @Option(name = "--state", description = "Only in this state; may be repeated", multiValued = true)
    @Completion(StateNames.class)
    List<String> states = new ArrayList<>();

    @Option(name = "--seller", description = "Only of this seller")
    @Completion(SellerNames.class)
    String seller;

    @Option(name = "--product", description = "Only of this product")
    String product;

    @Option(name = "--email", description = "Only of the buyer with this address")
    String email;

    @Option(name = "--transaction", description = "Only of this purchase")
    String transaction;

    @Option(name = "--due", description = "What is to be answered soonest comes first")
    boolean due;

    @Option(name = "--limit", description = "At most so many, 1 to 500")
    String limit = "50";

    @Option(name = "--json", description = "Print JSON")
    boolean json;

    @Reference
    RefundRequests requests;

    @Override
    protected void run() {
        RefundRequestFilter filter =
                new RefundRequestFilter(states(), seller, product, email, transaction, null, null, null);
        List<Map<String, Object>> rows =
                requests.list(filter, due ? Sort.DUE : Sort.NEWEST, new PageRequest(limit(), null)).items().stream()
                        .map(RequestsCommand::shape)
                        .toList();
        if (json) {
            say(text(rows));
        } else if (rows.isEmpty()) {
            say("There are no such refund requests.");
        } else {
            ShellTable table = new ShellTable();
            Stream.of("Request", "State", "Transaction", "Seller", "Buyer", "Amount", "Reason", "Opened", "Answer by")
                    .forEach(table::column);
            rows.forEach(row -> table.addRow()
                    .addContent(row.values().stream()
                            .limit(9)
                            .map(value -> value == null ? "" : value)
                            .toArray()));
            table.print(session().getConsole());
        }
    }

    private Set<RefundRequestState> states() {
        Set<RefundRequestState> all = EnumSet.noneOf(RefundRequestState.class);
        for (String text : states) {
            try {
                all.add(RefundRequestState.valueOf(text.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("state-unknown", "state", "one of " + List.of(RefundRequestState.values()));
            }
        }
        return all;
    }

    private int limit() {
        try {
            return Integer.parseInt(limit);
        } catch (NumberFormatException e) {
            throw Problem.invalid("limit-invalid", "limit", "a number is expected");
        }
    }

    private static String text(List<Map<String, Object>> rows) {
        try {
            return new ObjectMapper().writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> shape(RefundRequest r) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("request", r.id());
        shape.put("state", r.state().name());
        shape.put("transaction", r.transaction());
        shape.put("seller", r.seller());
        shape.put("buyerEmail", r.buyerEmail());
        shape.put("amount", r.amount().toString());
        shape.put("reason", r.reason().name());
        shape.put("openedAt", r.openedAt().toString());
        shape.put("answerBy", r.answerBy().toString());
        shape.put("openedBy", r.side().name());
        shape.put("comment", r.remark());
        shape.put("autoApprove", r.autoApprove());
        shape.put("answeredAt", r.answeredAt() == null ? null : r.answeredAt().toString());
        shape.put("answer", r.answer());
        shape.put("keeper", r.keeper());
        return shape;
    }
}
