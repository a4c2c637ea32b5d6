attribute vec2 a_place;
varying vec2 v_at;

void main() {
    v_at = 0.5 * a_place + 0.5;
    gl_Position = vec4(a_place, 0.0, 1.0);
}
