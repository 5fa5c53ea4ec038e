package org.bottega.sales.email.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bottega.sales.email.ChangeReason;
import org.bottega.sales.email.Confirmations.Waiting;
import org.bottega.sales.email.EmailChange;
import org.bottega.sales.email.EmailChange.MadeBy;
import org.bottega.sales.email.EmailChangePolicy.Mode;
import org.bottega.sales.email.EmailChanges.Preview;
import org.bottega.sales.email.Form;
import org.bottega.sales.email.Refusal;

/** Requests and answers about changed addresses. */
public final class EmailView {

    private EmailView() {}

    /** A change that a seller or support wants. */
    @Schema(name = "NewEmailChange")
    public record NewChange(
            @Schema(description = "one of the reasons (ACC-14)") String reason,
            @Schema(description = "the purchase's present address") String currentEmail,
            String newEmail,
            @Schema(description = "the same, letter by letter") String newEmailRepeated,
            @Schema(description = "the buyer's, under SUPPORT (ACC-10)") String taxId) {
        Form form() {
            return new Form(reason, currentEmail, newEmail, newEmailRepeated, taxId);
        }

        @Override
        public String toString() {
            return "NewChange[" + reason + "]";
        }
    }

    /** A change that a buyer wants himself. */
    @Schema(name = "NewOwnEmailChange")
    public record NewOwnChange(
            @Schema(description = "one of the reasons; absent: NEW_ADDRESS") String reason,
            String newEmail,
            @Schema(description = "the same, letter by letter") String newEmailRepeated) {
        public Form form() {
            return Form.ofBuyer(reason, newEmail, newEmailRepeated);
        }
    }

    /** A reason to choose. */
    @Schema(name = "EmailChangeReason")
    public record ReasonView(ChangeReason reason, String en, String it) {
        static ReasonView of(ChangeReason reason) {
            return new ReasonView(reason, reason.label(Locale.ENGLISH), reason.label(Locale.ITALIAN));
        }
    }

    /** All reasons. */
    @Schema(name = "EmailChangeReasons")
    public record Reasons(List<ReasonView> items) {
        static Reasons all() {
            return new Reasons(
                    Arrays.stream(ChangeReason.values()).map(ReasonView::of).toList());
        }
    }

    /** A change that was made. */
    @Schema(name = "EmailChange")
    public record ChangeView(
            String id,
            String transaction,
            ChangeReason reason,
            String oldEmail,
            String newEmail,
            MadeBy madeBy,
            Instant at) {
        static ChangeView of(EmailChange c) {
            return new ChangeView(c.id(), c.transaction(), c.reason(), c.oldEmail(), c.newEmail(), c.madeBy(), c.at());
        }
    }

    /** Why it would be refused. */
    @Schema(name = "EmailChangeRefusal")
    public record RefusalView(String code, String detail) {
        static RefusalView of(Refusal refusal) {
            return new RefusalView(refusal.code(), refusal.detail());
        }
    }

    /** Whether a change would be made. */
    @Schema(name = "EmailChangePreview")
    public record PreviewView(
            boolean allowed,
            @Schema(description = "SUPPORT: the tax id is needed") Mode mode,
            @Schema(description = "every condition that is not met") List<RefusalView> refusals,
            @Schema(description = "changes that the purchase has had") long changes,
            @Schema(description = "how many it can have") int maxChanges,
            @Schema(description = "the last instant at which the purchase is not too old") Instant until) {
        static PreviewView of(Preview p) {
            return new PreviewView(
                    p.refusals().isEmpty(),
                    p.mode(),
                    p.refusals().stream().map(RefusalView::of).toList(),
                    p.changes(),
                    p.maxChanges(),
                    p.until());
        }
    }

    /** A change that waits for the new address to confirm it. */
    @Schema(name = "WaitingEmailChange")
    public record WaitingView(
            String transaction,
            String productName,
            String newEmail,
            @Schema(description = "from this instant on it can no longer be confirmed") Instant until) {
        public static WaitingView of(Waiting w) {
            return new WaitingView(w.transaction(), w.productName(), w.newEmail(), w.until());
        }
    }
}
