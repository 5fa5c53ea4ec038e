package org.bottega.sales.payment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.bottega.sales.PaymentType;
import org.bottega.sales.payment.PaymentState;
import org.bottega.sales.payment.Payments.Payment;

/** A payment as the answers show it. */
@Schema(name = "Payment")
public record PaymentView(
        @Schema(
                        description =
                                "apart from the purchase's status (D11): UNPAID could not be collected because of the"
                                        + " customer's bank and is tried again, DISPUTED is contested at the bank")
                PaymentState state,
        PaymentType type,
        String gateway,
        @Schema(description = "until when it is to be paid, or when it will be charged or tried again") Instant dueAt,
        @Schema(description = "what a BILLET is paid by") SlipView slip) {

    /** A payment slip. */
    @Schema(name = "Slip")
    public record SlipView(
            @Schema(description = "to be typed or scanned at the bank") String code,
            @Schema(description = "where the slip can be seen") String address) {}

    /** Of a payment, or null. */
    public static PaymentView of(Payment payment) {
        if (payment == null) {
            return null;
        }
        SlipView slip = payment.slip() == null
                ? null
                : new SlipView(payment.slip().code(), payment.slip().address());
        return new PaymentView(payment.state(), payment.type(), payment.gateway(), payment.dueAt(), slip);
    }
}
