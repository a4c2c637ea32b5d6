// Colour by height, soft light, contour lines. What is above the ceiling is cut away, and a grey lid closes the cut.
// It runs for every pixel, on many machines on the processor: ramps are clamped lines rather than smoothsteps.
uniform vec3 u_curve[7];
uniform vec3 u_light;
uniform vec3 u_half;
uniform vec3 u_view;
uniform vec3 u_lid_color;
uniform vec3 u_under;
uniform vec3 u_contours;
uniform float u_lid;
uniform float u_pixel;
varying float v_height;
varying vec3 v_normal;
varying vec2 v_place;

float ramp(float low, float high, float value) {
    return clamp((value - low) / (high - low), 0.0, 1.0);
}

void main() {
    if (max(abs(v_place.x), abs(v_place.y)) > 1.004) discard;
    float hatch = 14.0 * (v_place.x + v_place.y);
    float value = u_contours.x * v_height + u_contours.y;
    if (u_lid > 0.5) {
        float off = abs(fract(hatch - 0.5) - 0.5) / fwidth(hatch);
        if (v_height < 1.0) discard;
        gl_FragColor = vec4(mix(u_lid_color, u_under, 0.45 * clamp(0.5 + 0.6 * u_pixel - off, 0.0, 1.0)), 1.0);
        return;
    }
    float change = max(fwidth(value), 1e-6);
    if (v_height > 1.0) discard;

    float t = clamp(v_height, 0.0, 1.0);
    vec3 color = u_curve[6];
    for (int k = 5; k >= 0; k--) color = color * t + u_curve[k];

    vec3 normal = normalize(v_normal);
    float front = gl_FrontFacing ? 1.0 : -1.0;
    normal *= front;
    float diffuse = 0.5 + 0.5 * dot(normal, u_light);
    float shine = max(dot(normal, u_half), 0.0);
    shine *= shine;
    shine *= shine;
    shine *= shine;
    shine *= shine;
    shine *= shine;
    color *= 0.60 + 0.46 * diffuse * diffuse + 0.10 * normal.z;

    // The nearest line, bolder and darker where its number is a multiple of u_contours.z; none where lines would crowd.
    float number = floor(value + 0.5);
    float bold = step(abs(fract(number / u_contours.z + 0.5) - 0.5) * u_contours.z, 0.25);
    float apart = mix(change, change / u_contours.z, bold);
    float cover = clamp(0.5 + u_pixel * mix(0.55, 1.0, bold) - abs(value - number) / change, 0.0, 1.0) * ramp(0.5, 0.24, apart);
    // A line along the very bottom would only be a blot at each minimum, one along the top specks all over a plateau.
    float at = (number - u_contours.y) / u_contours.x;
    cover *= step(0.01, at) * step(at, 0.999);
    // On a sheer wall, and where the surface turns away from the viewer, lines would only be noise.
    cover *= ramp(0.08, 0.2, abs(normal.z)) * ramp(0.02, 0.14, abs(dot(normal, u_view)));
    color *= 1.0 - mix(0.32, 0.54, bold) * cover;

    color += 0.13 * shine;
    if (front < 0.0) color = mix(color, u_under, 0.45);
    gl_FragColor = vec4(color, 1.0);
}
