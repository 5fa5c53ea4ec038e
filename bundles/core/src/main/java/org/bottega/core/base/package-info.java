/** Small things that the rooms of this bundle share: ids, time, hashes, signed links, and what was read a moment ago. */
package org.bottega.core.base;
