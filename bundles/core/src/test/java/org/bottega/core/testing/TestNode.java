package org.bottega.core.testing;

import java.lang.annotation.Annotation;
import org.bottega.core.node.Nodes;

/** Settings of a node. */
public final class TestNode {

    private TestNode() {}

    public static Nodes.Config named(String name) {
        return new Nodes.Config() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return Nodes.Config.class;
            }
        };
    }
}
