package org.bottega.sales.refund.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import javax.validation.constraints.Size;
import org.bottega.sales.refund.RefundReason;
import org.bottega.sales.refund.RefundRequests.Ask;

/** Why a refund is wanted. */
@Schema(name = "NewRefundRequest")
public record NewRefundRequest(
        @Schema(requiredMode = RequiredMode.REQUIRED) RefundReason reason,
        @Size(max = 1000) @Schema(description = "in own words; needed with OTHER") String comment) {
    Ask ask() {
        return new Ask(reason, comment);
    }
}
