/**
 * What ticketing tells and offers the other modules: its events, and one service. Events carry ids, codes and instants, no
 * personal data and nothing that people wrote. Types are REFUND, CANCELLATION and SUPPORT (TKT-01), actors CUSTOMER, SELLER,
 * OPERATOR and SYSTEM (TKT-02).
 */
@Export
@Version("1.0.0")
package org.bottega.ticketing.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
