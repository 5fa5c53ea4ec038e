/** Which business modules run on this node, and which marketplace has which switched on. */
package org.bottega.core.module;
