package org.bottega.ticketing;

import org.bottega.api.Caller;
import org.bottega.api.Problem;

/** As whom somebody acts on a ticket (TKT-02). */
public final class Actors {

    private Actors() {}

    /** On whose behalf staff and programs say that they act. */
    public enum Behalf {
        /** The customer's, who said so on the phone or elsewhere (TKT-05). */
        CUSTOMER,
        /** The seller's. */
        SELLER
    }

    /**
     * A buyer acts for himself; who works for one seller acts as the seller; who works for the marketplace says for whom.
     *
     * @param behalf null: a buyer his own, others the seller's
     * @throws Problem 403 {@code seller-confined} when somebody of one seller speaks for a customer, {@code buyers-only}
     *     when a buyer speaks for a seller
     */
    public static Actor of(Caller caller, Behalf behalf) {
        return switch (caller.kind()) {
            case BUYER -> buyer(behalf);
            case SYSTEM -> Actor.SYSTEM;
            case CLIENT, STAFF, OPERATOR, ANONYMOUS -> other(caller, behalf);
        };
    }

    private static Actor buyer(Behalf behalf) {
        if (behalf == Behalf.SELLER) {
            throw new Problem(Problem.Kind.FORBIDDEN, "buyers-only", "a buyer acts for himself");
        }
        return Actor.CUSTOMER;
    }

    private static Actor other(Caller caller, Behalf behalf) {
        if (behalf != Behalf.CUSTOMER) {
            return Actor.SELLER;
        }
        if (caller.seller() != null) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "seller-confined",
                    "only those who work for the whole marketplace speak for customers");
        }
        return Actor.OPERATOR;
    }

    /**
     * Who asks for money on a ticket, and is no buyer, may give it back in sales too: his own or for a customer.
     *
     * @throws Problem 403 {@code permission-missing} with member {@code permission}
     */
    static void checkRefunds(Caller caller) {
        if (caller.kind() != Caller.Kind.BUYER && !caller.may(TicketingModule.REFUND)) {
            throw new Problem(
                            Problem.Kind.FORBIDDEN,
                            "permission-missing",
                            "to ask for money back needs " + TicketingModule.REFUND)
                    .with("permission", TicketingModule.REFUND);
        }
    }

    /** Whether this is the customer's side. */
    static boolean ofCustomer(Actor actor) {
        return actor == Actor.CUSTOMER || actor == Actor.OPERATOR;
    }
}
