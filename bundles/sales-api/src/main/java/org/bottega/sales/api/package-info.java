/**
 * What sales tells and offers the other modules: its events, and one service. Events carry ids, amounts and instants, no
 * personal data; who needs a name or an address asks {@link org.bottega.sales.api.Purchases}.
 */
@Export
@Version("1.3.0")
package org.bottega.sales.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
