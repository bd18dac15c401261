# Builds what every run needs; sets root, out and java_home. Sourced with here set.
root=$(cd "$here/../.." && pwd)
out=$root/target/bench
mkdir -p "$out/java"

if [ ! -x "$root/target/paddock/bin/paddock" ]; then
	(cd "$root" && mvn -q -DskipTests package)
fi
for home in "${PADDOCK_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*; do
	if [ -x "$home/bin/javac" ] && grep -q 'JAVA_VERSION="2[5-9]' "$home/release" 2>/dev/null; then
		java_home=$home
		break
	fi
done
: "${java_home:?JDK 25 was not found; set JAVA_HOME}"

"$java_home/bin/javac" -d "$out/java" -cp "$root/target/paddock/lib/*" "$here/java/BenchProxy.java"

build_rust() {
	CARGO_TARGET_DIR=$out/rust cargo build --quiet --release --locked --manifest-path "$here/rust/Cargo.toml" "$@"
}
