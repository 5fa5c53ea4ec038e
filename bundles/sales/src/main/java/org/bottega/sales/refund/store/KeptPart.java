package org.bottega.sales.refund.store;

import javax.persistence.Column;
import javax.persistence.Embeddable;

/** Who looks after a refund request. */
@Embeddable
public class KeptPart {

    @Column(name = "keeper")
    private String keeper;

    @Column(name = "open_key")
    private String openKey;

    @Column(name = "taken_back")
    private boolean takenBack;

    protected KeptPart() {}

    /**
     * From the beginning.
     *
     * @param keeper id of the module, or null: sales itself
     * @param openKey the keeper's command that opened it, or null when it was opened in sales
     */
    public KeptPart(String keeper, String openKey) {
        this.keeper = keeper;
        this.openKey = openKey;
    }

    String keeper() {
        return keeper;
    }

    String openKey() {
        return openKey;
    }

    /** Whether sales looks after it again, without having said until when it is to be answered. */
    boolean isTakenBack() {
        return takenBack;
    }

    void begun() {
        takenBack = false;
    }
}
