package org.bottega.web.json;

import java.util.function.Supplier;

/** Makes a value at first use and keeps it. */
public final class Once<T> implements Supplier<T> {

    private final Supplier<T> make;
    private volatile T made;

    public Once(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        T value = made;
        if (value == null) {
            synchronized (this) {
                value = made;
                if (value == null) {
                    value = make.get();
                    made = value;
                }
            }
        }
        return value;
    }
}
