package org.bottega.itests.halt;

import org.apache.xbean.asm9.ClassReader;
import org.apache.xbean.asm9.ClassVisitor;
import org.apache.xbean.asm9.ClassWriter;
import org.apache.xbean.asm9.MethodVisitor;
import org.apache.xbean.asm9.Opcodes;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/** Lets every commit of the pool's connections pass by {@link Halt}. */
final class CommitWeaver implements WeavingHook {

    private static final String WOVEN = "com.zaxxer.hikari.pool.ProxyConnection";
    private static final String HALT = "org/bottega/itests/halt/Halt";

    @Override
    public void weave(WovenClass woven) {
        if (woven.getClassName().equals(WOVEN)) {
            ClassReader reader = new ClassReader(woven.getBytes());
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new Commits(writer), 0);
            woven.setBytes(writer.toByteArray());
            woven.getDynamicImports().add("org.bottega.itests.halt");
        }
    }

    private static final class Commits extends ClassVisitor {
        Commits(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] thrown) {
            MethodVisitor method = super.visitMethod(access, name, type, generic, thrown);
            return name.equals("commit") && type.equals("()V") ? new Passing(method) : method;
        }
    }

    private static final class Passing extends MethodVisitor {
        Passing(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            call("before");
        }

        @Override
        public void visitInsn(int code) {
            if (code == Opcodes.RETURN) {
                call("after");
            }
            super.visitInsn(code);
        }

        private void call(String method) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, HALT, method, "()V", false);
        }
    }
}
