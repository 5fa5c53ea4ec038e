package org.bottega.sales.resend.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Problem;
import org.bottega.sales.resend.BulkResend;
import org.bottega.sales.resend.BulkResend.Result;
import org.bottega.sales.resend.BulkResend.Wanted;
import org.bottega.sales.shell.SalesCommand;

/** Sends access again. Fails when any was refused. */
@Service
@Command(
        scope = "sales",
        name = "resend",
        description = "Sends buyers their access again",
        detailedDescription =
                """
                Mails the buyer of each purchase all that is needed to reach the product, with a new link; older links to
                it are void. The purchase is not touched. Of a bundle the product is named: TRANSACTION/PRODUCT. What is
                refused does not stop the rest; the exit status tells that something was.

                  sales:resend --tenant acme HP4W8T1XK2M9QZ HP7C2M5R8D3VKA/PR2K9W4T7X1QMZ""")
public final class ResendCommand extends SalesCommand {

    @Argument(
            name = "purchases",
            description = "Transaction codes, at most 500; of a bundle TRANSACTION/PRODUCT",
            required = true,
            multiValued = true)
    List<String> purchases = new ArrayList<>();

    @Reference
    BulkResend resend;

    @Override
    protected void run() {
        List<Result> results =
                resend.resend(purchases.stream().map(ResendCommand::wanted).toList());
        int refused = 0;
        for (Result result : results) {
            boolean sent = result.refusal() == null;
            refused += sent ? 0 : 1;
            say(result.wanted().transaction() + "  "
                    + (sent
                            ? "sent, mail " + result.mail()
                            : "refused: " + result.refusal().getMessage()));
        }
        if (refused > 0) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE, "some-refused", refused + " of " + results.size() + " were not sent");
        }
    }

    private static Wanted wanted(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? new Wanted(text, null) : new Wanted(text.substring(0, slash), text.substring(slash + 1));
    }
}
