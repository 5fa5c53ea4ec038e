package org.bottega.sales.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import org.bottega.api.Problem;
import org.bottega.api.spi.Anonymous;
import org.bottega.api.spi.Permission;
import org.bottega.sales.PaymentType;
import org.bottega.sales.PurchaseFilter;
import org.bottega.sales.SalesModule;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.catalog.web.CatalogChangesResource;
import org.bottega.sales.coupon.web.CouponsResource;
import org.bottega.sales.email.web.ConfirmationsResource;
import org.bottega.sales.email.web.EmailResource;
import org.bottega.sales.files.web.ProductFilesResource;
import org.bottega.sales.imports.web.ImportsResource;
import org.bottega.sales.own.web.OwnDataResource;
import org.bottega.sales.own.web.OwnResource;
import org.bottega.sales.payment.web.CancelResource;
import org.bottega.sales.payment.web.PaymentsResource;
import org.bottega.sales.refund.web.AskResource;
import org.bottega.sales.refund.web.BulkResource;
import org.bottega.sales.refund.web.MyAskResource;
import org.bottega.sales.refund.web.MyRequestsResource;
import org.bottega.sales.refund.web.RefundRequestsResource;
import org.bottega.sales.refund.web.RefundResource;
import org.bottega.sales.refund.web.RefundResource.NewRefund;
import org.bottega.sales.refund.web.RefundsResource;
import org.bottega.sales.resend.web.ResendResource;
import org.bottega.sales.search.web.ExportResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the REST operations promise before the domain is asked. */
class SalesRestTest {

    @Test
    @DisplayName("every operation asks for a permission of the module, or says that it is for everybody")
    void permissions() {
        Set<String> known = new SalesModule("1.0.0", null, null, null).info().permissions();
        int operations = 0;
        for (Class<?> resource : List.of(
                CatalogResource.class,
                CatalogChangesResource.class,
                CouponsResource.class,
                ResendResource.class,
                ExportResource.class,
                PurchasesResource.class,
                RefundResource.class,
                RefundsResource.class,
                AskResource.class,
                MyAskResource.class,
                MyRequestsResource.class,
                RefundRequestsResource.class,
                BulkResource.class,
                LinksResource.class,
                ImportsResource.class,
                CancelResource.class,
                PaymentsResource.class,
                EmailResource.class,
                ConfirmationsResource.class,
                OwnResource.class,
                OwnDataResource.class,
                ProductFilesResource.class)) {
            for (Method method : resource.getDeclaredMethods()) {
                if (Stream.of(GET.class, POST.class, PUT.class).anyMatch(method::isAnnotationPresent)) {
                    operations++;
                    Permission permission = method.getAnnotation(Permission.class);
                    assertTrue(Modifier.isPublic(method.getModifiers()), method.toString());
                    assertTrue(method.isAnnotationPresent(Operation.class), method.toString());
                    assertEquals(permission == null, method.isAnnotationPresent(Anonymous.class), method.toString());
                    assertTrue(permission == null || known.contains(permission.value()), method.toString());
                }
            }
        }
        assertEquals(67, operations);
    }

    @Test
    @DisplayName("REF-02 anything but a yes leaves the sale untouched")
    void confirmation() {
        RefundResource resource = new RefundResource(null, null, null);
        for (Boolean answer : Arrays.asList(null, false)) {
            Problem problem = assertThrows(
                    Problem.class,
                    () -> resource.refund("k", "HP1", new NewRefund(answer, "x", null, null, null, null)));
            assertEquals("confirmation-missing", problem.code());
            assertEquals(400, problem.kind().status());
            assertEquals(
                    "confirmation-missing",
                    assertThrows(Problem.class, () -> RefundRequestsResource.Yes.check(answer))
                            .code());
        }
    }

    @Test
    @DisplayName("SAL-10 without status or transaction: APPROVED and COMPLETE; ANY for all; CLAIMED is PROTESTED")
    void statuses() {
        assertEquals(PurchaseFilter.USUAL, statuses(null));
        assertEquals(PurchaseFilter.USUAL, statuses(""));
        assertEquals(Set.of(), statuses(null, "ANY"));
        assertEquals(Set.of(), statuses(null, "APPROVED", "ANY"));
        assertEquals(Set.of(PurchaseStatus.PROTESTED, PurchaseStatus.NO_FUNDS), statuses(null, "CLAIMED", "NO_FUNDS"));
        assertEquals(Set.of(), statuses("HP1"));
        assertEquals(Set.of(PurchaseStatus.BLOCKED), statuses("HP1", "BLOCKED"));
        Problem problem = assertThrows(Problem.class, () -> statuses(null, "approved"));
        assertEquals("status-unknown", problem.code());
    }

    @Test
    @DisplayName("SAL-10 the API document names every status that the filter takes")
    void documented() throws Exception {
        String[] named = PurchaseQuery.class
                .getDeclaredField("status")
                .getAnnotation(Parameter.class)
                .array()
                .schema()
                .allowableValues();
        for (String name : named) {
            statuses(null, name);
        }
        Set<String> all = Stream.of(PurchaseStatus.values()).map(Enum::name).collect(Collectors.toSet());
        all.addAll(Set.of("ANY", "CLAIMED"));
        assertEquals(all, Set.of(named));
    }

    @Test
    @DisplayName("SAL-10 every way to pay that the document names is one")
    void ways() {
        for (PurchasesResource.By way : PurchasesResource.By.values()) {
            assertEquals(way.name(), PaymentType.valueOf(way.name()).name());
        }
    }

    private static Set<PurchaseStatus> statuses(String transaction, String... texts) {
        return PurchaseQuery.statuses(List.of(texts), transaction);
    }
}
