package org.bottega.core.node;

import java.time.Instant;
import java.util.SortedMap;

/**
 * One process of the platform beside this database.
 *
 * @param name unique among the processes
 * @param startedAt when it started, by its own clock
 * @param here whether it is the one that tells this
 * @param live false: it has not been heard of for {@link Nodes#SILENCE}
 * @param modules the modules it runs, with their versions
 */
public record Node(String name, Instant startedAt, boolean here, boolean live, SortedMap<String, String> modules) {}
