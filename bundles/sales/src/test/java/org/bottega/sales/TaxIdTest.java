package org.bottega.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bottega.api.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tax ids (ACC-10, ACC-11). */
class TaxIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "529.982.247-25",
                "111.444.777-35",
                "390.533.447-05",
                "11.222.333/0001-81",
                "52998224724",
                "ABCDE",
                "RSSMRA85T10A562S",
                "12345678901234567890"
            })
    @DisplayName("ACC-10 taken: CPF and CNPJ with right check digits, and anything else of 5 to 20 letters and digits")
    void taken(String text) {
        assertEquals(text, TaxId.check("taxId", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "529.982.247-24", "529.982.247-35", "529.982.274-25", "111.111.111-11", "11.222.333/0001-82",
                "11.222.333/0001-91", "00.000.000/0000-00", "ABCD", "123456789012345678901", "-----"
            })
    @DisplayName("ACC-10 refused: wrong check digits, all digits alike, too short, too long")
    void refused(String text) {
        Problem problem = assertThrows(Problem.class, () -> TaxId.check("taxId", text));
        assertEquals("tax-id-invalid", problem.code());
    }

    @Test
    @DisplayName("ACC-11 compared by letters and digits alone, whatever their case")
    void keys() {
        assertEquals("52998224725", TaxId.key("529.982.247-25"));
        assertEquals("IT123AB", TaxId.key(" it-123/ab "));
        assertNull(TaxId.key("--"));
        assertNull(TaxId.key(null));
    }
}
