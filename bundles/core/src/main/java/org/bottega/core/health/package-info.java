/** Whether all that goes on behind the scenes does go on: for the operator, not for load balancers. */
package org.bottega.core.health;
