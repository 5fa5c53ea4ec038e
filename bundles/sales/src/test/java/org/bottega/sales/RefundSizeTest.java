package org.bottega.sales;

import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.bottega.api.Money;
import org.bottega.sales.refund.RefundSize;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a part is. */
class RefundSizeTest {

    private static RefundSize percent(String number) {
        return new RefundSize(new BigDecimal(number), null);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.00, 1", "12.50, 13", "12.49, 12", "80, 80", "80.00, 80"})
    @DisplayName("D18 1 to 80 percent of the price, with two decimals; rounded half up to whole minor units")
    void percentages(String percent, long minor) {
        assertEquals(new Money(minor, "EUR"), percent(percent).of(new Money(100, "EUR"), new Money(90, "EUR")));
    }

    @ParameterizedTest
    @CsvSource({"1, 50, 0", "1, 80, 0", "2, 80, 1", "3, 80, 2", "2, 50, 1", "2, 24.99, 0", "2, 25, 1"})
    @DisplayName("D18 a share never rounds up to the whole price: of a price of 1 cent there is none")
    void share(long price, String percent, long minor) {
        Money whole = new Money(price, "EUR");
        assertEquals(new Money(minor, "EUR"), percent(percent).of(whole, whole));
    }

    @ParameterizedTest
    @CsvSource({
        "0.99, percent-out-of-range",
        "80.01, percent-out-of-range",
        "0, percent-out-of-range",
        "-5, percent-out-of-range",
        "1e999999999, percent-out-of-range",
        "1.001, percent-too-fine",
        "79.999, percent-too-fine"
    })
    @DisplayName("D18 0.99 and 80.01 percent are refused, and a third decimal")
    void percentagesRefused(String percent, String code) {
        assertEquals(400, refused(code, () -> percent(percent)).kind().status());
    }
}
