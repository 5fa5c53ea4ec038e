package org.bottega.web.json;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How {@link org.bottega.api.Money} looks: {@code {"amount": 1250, "currency": "EUR"}}. */
public interface MoneyJson {

    /** Minor units. */
    @JsonProperty("amount")
    long minor();
}
