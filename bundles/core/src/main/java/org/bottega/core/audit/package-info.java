/** Who changed what, when. */
package org.bottega.core.audit;
