package org.bottega.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bottega.core.testing.TestConsole;
import org.bottega.core.testing.TestConsole.Result;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.imports.shell.TenantNames;
import org.bottega.sales.resend.shell.ResendCommand;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code sales:resend}. */
class ResendCommandTest {

    private final Shop shop = Shop.shared();

    @Test
    @DisplayName("SAL-05, SAL-08 says what became of each; its status tells whether something was refused")
    void command() {
        Purchase one = shop.sold();
        Purchase two = shop.sold();
        try (TestConsole console = new TestConsole(
                        shop.platform.callers(), shop.platform.modules(), shop.platform.tenants(), shop.stock.bulk)
                .with(TenantNames.class, ResendCommand.class)) {
            String start = "sales:resend --tenant acme ";
            Result good = console.run(start + one.transaction() + " " + two.transaction() + "/" + two.product());
            assertEquals(0, good.status(), good.err());
            assertTrue(good.out().contains(one.transaction() + "  sent, mail "), good.out());
            assertEquals(2, shop.mails("access", two).size());

            Result partly = console.run(start + one.transaction() + " HPNOSUCH");
            assertEquals(1, partly.status());
            assertTrue(partly.out().contains("HPNOSUCH  refused: there is no purchase HPNOSUCH"), partly.out());
            assertEquals(3, shop.mails("access", one).size());

            Result nowhere = console.run("sales:resend --tenant none " + one.transaction());
            assertEquals(1, nowhere.status());
            assertEquals(3, shop.mails("access", one).size());
        }
    }
}
