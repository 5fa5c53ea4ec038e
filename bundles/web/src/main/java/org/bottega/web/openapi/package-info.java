/** The OpenAPI document: for each tenant, the operations of the modules that it has on. */
package org.bottega.web.openapi;
